/** How much water people should get, at which pressure and quality. */
@NullMarked
package town.nagar.norms.water;

import org.jspecify.annotations.NullMarked;

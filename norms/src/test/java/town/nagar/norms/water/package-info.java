/** Tests. */
@NullMarked
package town.nagar.norms.water;

import org.jspecify.annotations.NullMarked;

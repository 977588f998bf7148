/** Tests. */
@NullMarked
package town.nagar.norms.traffic;

import org.jspecify.annotations.NullMarked;

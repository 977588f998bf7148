/** Tests. */
@NullMarked
package town.nagar.norms.air;

import org.jspecify.annotations.NullMarked;

/** Tests of crop seasons and harvests. */
@NullMarked
package town.nagar.norms.agriculture;

import org.jspecify.annotations.NullMarked;

/** When crops grow and are marketed, and how much a harvest is. */
@NullMarked
package town.nagar.norms.agriculture;

import org.jspecify.annotations.NullMarked;

/** Agriculture: soil, canopy and water balance of fields, and crops under stress. */
@NullMarked
package town.nagar.streams.agriculture;

import org.jspecify.annotations.NullMarked;

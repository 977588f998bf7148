/** Why a forecast is what it is: which features raised it and which lowered it, and by how much. */
@NullMarked
package town.nagar.forecast.explain;

import org.jspecify.annotations.NullMarked;

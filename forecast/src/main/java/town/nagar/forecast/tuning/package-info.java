/** Which settings make a loss small, found in few trials. */
@NullMarked
package town.nagar.forecast.tuning;

import org.jspecify.annotations.NullMarked;

/** How good forecasts were once the truth was known, and whether the world has moved. */
@NullMarked
package town.nagar.forecast.monitoring;

import org.jspecify.annotations.NullMarked;

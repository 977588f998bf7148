/** How good forecasts would have been, had they been made at past origins. */
@NullMarked
package town.nagar.forecast.backtest;

import org.jspecify.annotations.NullMarked;

/** Tests. */
@NullMarked
package town.nagar.forecast.backtest;

import org.jspecify.annotations.NullMarked;

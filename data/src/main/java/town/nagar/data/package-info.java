/** Current state and history, and the tables behind them. */
@NullMarked
package town.nagar.data;

import org.jspecify.annotations.NullMarked;

/** Market: daily prices and arrivals, shocks and prices below the minimum support price. */
@NullMarked
package town.nagar.streams.market;

import org.jspecify.annotations.NullMarked;

/** Minimum support prices, price units and what a believable price is. */
@NullMarked
package town.nagar.norms.market;

import org.jspecify.annotations.NullMarked;

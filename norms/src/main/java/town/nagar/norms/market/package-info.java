/** Minimum support prices and what a believable price is. */
@NullMarked
package town.nagar.norms.market;

import org.jspecify.annotations.NullMarked;

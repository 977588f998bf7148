/** What a harvest sells for: mandis, their trade, their stores, floors and expectations. */
@NullMarked
package town.nagar.engine.market;

import org.jspecify.annotations.NullMarked;

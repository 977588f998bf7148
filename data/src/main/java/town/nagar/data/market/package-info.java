/** What is known of the town's market. */
@NullMarked
package town.nagar.data.market;

import org.jspecify.annotations.NullMarked;

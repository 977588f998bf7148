/** What is known of the town's water. */
@NullMarked
package town.nagar.data.water;

import org.jspecify.annotations.NullMarked;

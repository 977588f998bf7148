/** What is known of the town's weather. */
@NullMarked
package town.nagar.data.weather;

import org.jspecify.annotations.NullMarked;

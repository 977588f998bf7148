/** What is known of the town's pollution. */
@NullMarked
package town.nagar.data.pollution;

import org.jspecify.annotations.NullMarked;

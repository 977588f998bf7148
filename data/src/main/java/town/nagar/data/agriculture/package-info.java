/** What is known of the town's agriculture. */
@NullMarked
package town.nagar.data.agriculture;

import org.jspecify.annotations.NullMarked;

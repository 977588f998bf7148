/** What is known of the town's traffic. */
@NullMarked
package town.nagar.data.traffic;

import org.jspecify.annotations.NullMarked;

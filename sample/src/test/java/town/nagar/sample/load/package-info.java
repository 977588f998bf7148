/** Whether the load is what was planned. */
@NullMarked
package town.nagar.sample.load;

import org.jspecify.annotations.NullMarked;

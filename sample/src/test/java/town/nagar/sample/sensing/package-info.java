/** Whether simulated days look like days. */
@NullMarked
package town.nagar.sample.sensing;

import org.jspecify.annotations.NullMarked;

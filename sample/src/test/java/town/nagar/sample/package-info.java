/** Whether the commands do what they say. */
@NullMarked
package town.nagar.sample;

import org.jspecify.annotations.NullMarked;

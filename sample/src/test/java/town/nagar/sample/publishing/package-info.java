/** Whether everything reaches the broker. */
@NullMarked
package town.nagar.sample.publishing;

import org.jspecify.annotations.NullMarked;

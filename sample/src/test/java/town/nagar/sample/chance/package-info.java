/** Whether chance is the published one. */
@NullMarked
package town.nagar.sample.chance;

import org.jspecify.annotations.NullMarked;

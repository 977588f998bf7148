/** Town folders as plans, and scenarios run on the sample town. */
@NullMarked
package town.nagar.town.simulate;

import org.jspecify.annotations.NullMarked;

/** How a town folder becomes a town that the engine can run. */
@NullMarked
package town.nagar.town.simulate;

import org.jspecify.annotations.NullMarked;

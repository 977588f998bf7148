/** How scenario files are read. */
@NullMarked
package town.nagar.simulation.scenario;

import org.jspecify.annotations.NullMarked;

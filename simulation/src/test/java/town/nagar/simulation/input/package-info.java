/** How questions in JSON are read. */
@NullMarked
package town.nagar.simulation.input;

import org.jspecify.annotations.NullMarked;

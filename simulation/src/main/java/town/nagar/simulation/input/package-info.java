/** Questions in JSON, read so that everything wrong is named with its line, all at once. */
@NullMarked
package town.nagar.simulation.input;

import org.jspecify.annotations.NullMarked;

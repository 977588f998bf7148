/** A scenario of the town: asked in a file, run many times, answered with its uncertainty. */
@NullMarked
package town.nagar.simulation;

import org.jspecify.annotations.NullMarked;

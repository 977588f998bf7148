/** The command, and a small town for it. */
@NullMarked
package town.nagar.simulation;

import org.jspecify.annotations.NullMarked;

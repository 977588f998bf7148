/** The services of one process: which of them run, on what they stand. */
@NullMarked
package town.nagar.town.serve;

import org.jspecify.annotations.NullMarked;

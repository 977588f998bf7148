/** Proves the small rules of supervision. */
@NullMarked
package town.nagar.supervisor.processes;

import org.jspecify.annotations.NullMarked;

/** Asks each kind of server, in its own protocol, whether it serves. */
@NullMarked
package town.nagar.supervisor.probes;

import org.jspecify.annotations.NullMarked;

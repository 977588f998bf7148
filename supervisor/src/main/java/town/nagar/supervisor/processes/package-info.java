/** Child processes: started, watched, restarted and ended so that none is ever left behind. */
@NullMarked
package town.nagar.supervisor.processes;

import org.jspecify.annotations.NullMarked;

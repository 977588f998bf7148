/** Where a server's program comes from: installed, Debian packages, or Maven's class paths. */
@NullMarked
package town.nagar.supervisor.binaries;

import org.jspecify.annotations.NullMarked;

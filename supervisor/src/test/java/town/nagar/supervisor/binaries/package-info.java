/** Tests of where programs come from. */
@NullMarked
package town.nagar.supervisor.binaries;

import org.jspecify.annotations.NullMarked;

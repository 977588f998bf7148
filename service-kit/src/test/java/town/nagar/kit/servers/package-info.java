/** Tests of where servers are. */
@NullMarked
package town.nagar.kit.servers;

import org.jspecify.annotations.NullMarked;

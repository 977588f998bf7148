/** Where the servers are that several services use. */
@NullMarked
package town.nagar.kit.servers;

import org.jspecify.annotations.NullMarked;

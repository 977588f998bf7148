/** Real servers for tests, one process each for all tests of this module. */
@NullMarked
package town.nagar.data.servers;

import org.jspecify.annotations.NullMarked;

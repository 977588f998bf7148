/** Proves with real servers that none is lost, doubled or left behind. */
@NullMarked
package town.nagar.supervisor;

import org.jspecify.annotations.NullMarked;

/** Tests of the package of this name. */
@NullMarked
package town.nagar.streams.latest;

import org.jspecify.annotations.NullMarked;

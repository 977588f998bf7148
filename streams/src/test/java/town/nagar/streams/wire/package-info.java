/** Tests of the package of this name. */
@NullMarked
package town.nagar.streams.wire;

import org.jspecify.annotations.NullMarked;

/** Tests of the package of this name. */
@NullMarked
package town.nagar.streams.water;

import org.jspecify.annotations.NullMarked;

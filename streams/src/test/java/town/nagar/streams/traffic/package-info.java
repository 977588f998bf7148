/** Tests of the package of this name. */
@NullMarked
package town.nagar.streams.traffic;

import org.jspecify.annotations.NullMarked;

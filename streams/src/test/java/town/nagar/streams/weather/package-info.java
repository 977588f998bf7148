/** Tests of the package of this name. */
@NullMarked
package town.nagar.streams.weather;

import org.jspecify.annotations.NullMarked;

/** Tests of the package of this name. */
@NullMarked
package town.nagar.streams.places;

import org.jspecify.annotations.NullMarked;

/** Tests of the package of this name. */
@NullMarked
package town.nagar.streams.agriculture;

import org.jspecify.annotations.NullMarked;

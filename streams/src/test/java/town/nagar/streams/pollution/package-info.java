/** Tests of the package of this name. */
@NullMarked
package town.nagar.streams.pollution;

import org.jspecify.annotations.NullMarked;

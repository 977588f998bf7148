/** Tests of the package of this name. */
@NullMarked
package town.nagar.streams;

import org.jspecify.annotations.NullMarked;

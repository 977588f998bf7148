/** Tests of the package of this name. */
@NullMarked
package town.nagar.streams.reference;

import org.jspecify.annotations.NullMarked;

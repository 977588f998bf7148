/** Tests of the package of this name. */
@NullMarked
package town.nagar.streams.market;

import org.jspecify.annotations.NullMarked;

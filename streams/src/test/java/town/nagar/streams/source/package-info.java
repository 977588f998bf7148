/** Tests of the package of this name. */
@NullMarked
package town.nagar.streams.source;

import org.jspecify.annotations.NullMarked;

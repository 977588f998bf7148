/** Tests of the package of this name. */
@NullMarked
package town.nagar.streams.window;

import org.jspecify.annotations.NullMarked;

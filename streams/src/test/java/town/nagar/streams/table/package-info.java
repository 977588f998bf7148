/** Tests of the package of this name. */
@NullMarked
package town.nagar.streams.table;

import org.jspecify.annotations.NullMarked;

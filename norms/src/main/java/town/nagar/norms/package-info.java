/** Indian norms as pure functions. */
@NullMarked
package town.nagar.norms;

import org.jspecify.annotations.NullMarked;

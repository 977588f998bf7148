/** Tests of the package. */
@NullMarked
package town.nagar.town.serve;

import org.jspecify.annotations.NullMarked;

/** Tests of the package. */
@NullMarked
package town.nagar.forecast.registry.release;

import org.jspecify.annotations.NullMarked;

/** Tests of the package. */
@NullMarked
package town.nagar.forecast.registry.search;

import org.jspecify.annotations.NullMarked;

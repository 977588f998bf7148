/** Tests. */
@NullMarked
package town.nagar.forecast.feature;

import org.jspecify.annotations.NullMarked;

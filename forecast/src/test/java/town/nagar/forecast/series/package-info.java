/** Tests. */
@NullMarked
package town.nagar.forecast.series;

import org.jspecify.annotations.NullMarked;

/** The forecasts' quality on published data, as one page. */
@NullMarked
package town.nagar.forecast.quality;

import org.jspecify.annotations.NullMarked;

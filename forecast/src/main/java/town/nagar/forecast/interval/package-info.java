/** How wide a forecast must be to hold the truth as often as it says. */
@NullMarked
package town.nagar.forecast.interval;

import org.jspecify.annotations.NullMarked;

/** Trials get better, stop early and go on after a break. */
@NullMarked
package town.nagar.forecast.tuning;

import org.jspecify.annotations.NullMarked;

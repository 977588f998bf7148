/** How models are made from series: walked forward, scored beside baselines, and kept. */
@NullMarked
package town.nagar.forecast.training;

import org.jspecify.annotations.NullMarked;

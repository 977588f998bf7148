/** Trainings are judged without later values, and kept as they are. */
@NullMarked
package town.nagar.forecast.training;

import org.jspecify.annotations.NullMarked;

/** Whether values of now still look like those that a model learnt from. */
@NullMarked
package town.nagar.forecast.monitoring.drift;

import org.jspecify.annotations.NullMarked;

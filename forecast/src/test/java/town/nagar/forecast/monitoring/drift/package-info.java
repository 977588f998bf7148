@NullMarked
package town.nagar.forecast.monitoring.drift;

import org.jspecify.annotations.NullMarked;

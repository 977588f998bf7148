@NullMarked
package town.nagar.forecast.monitoring;

import org.jspecify.annotations.NullMarked;

/** Values of many places at even local times, read from files. */
@NullMarked
package town.nagar.forecast.series;

import org.jspecify.annotations.NullMarked;

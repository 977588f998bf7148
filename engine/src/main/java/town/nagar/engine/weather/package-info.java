/** Weather of days and hours that never were, with the statistics of a town's climate. */
@NullMarked
package town.nagar.engine.weather;

import org.jspecify.annotations.NullMarked;

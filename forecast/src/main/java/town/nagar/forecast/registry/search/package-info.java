/** MLflow's language of filters, orders and pages. */
@NullMarked
package town.nagar.forecast.registry.search;

import org.jspecify.annotations.NullMarked;

/** MLflow's REST API, as its clients speak it. */
@NullMarked
package town.nagar.forecast.registry.mlflow;

import org.jspecify.annotations.NullMarked;

/**
 * Which models there are, who let them into service, and why: its own tables, MLflow's API, ours.
 */
@NullMarked
package town.nagar.forecast.registry;

import org.jspecify.annotations.NullMarked;

/** Experiments and runs: what was tried, with which parameters, and what came of it. */
@NullMarked
package town.nagar.forecast.registry.tracking;

import org.jspecify.annotations.NullMarked;

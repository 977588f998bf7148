/** The registry as a running service, on real servers. */
@NullMarked
package town.nagar.forecast.registry;

import org.jspecify.annotations.NullMarked;

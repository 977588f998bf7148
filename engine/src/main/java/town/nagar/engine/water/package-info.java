/** How water moves through a town's pipes: pressures and flows, hour by hour. */
@NullMarked
package town.nagar.engine.water;

import org.jspecify.annotations.NullMarked;

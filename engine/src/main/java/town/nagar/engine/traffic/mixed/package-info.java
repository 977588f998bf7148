/** Indian mixed traffic: trips by class of vehicle and hour, what rules bar, and the PCU left. */
@NullMarked
package town.nagar.engine.traffic.mixed;

import org.jspecify.annotations.NullMarked;

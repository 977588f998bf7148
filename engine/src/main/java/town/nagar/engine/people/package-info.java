/**
 * Who lives in the town and what they decide, hour by hour: citizens, vehicles, businesses, farms.
 */
@NullMarked
package town.nagar.engine.people;

import org.jspecify.annotations.NullMarked;

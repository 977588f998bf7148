/** Where things are: sensors, roads, zones, stations, fields and mandis, as reference data. */
@NullMarked
package town.nagar.contracts.places;

import org.jspecify.annotations.NullMarked;

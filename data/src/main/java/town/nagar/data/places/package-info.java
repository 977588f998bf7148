/** Sensors and places as reference data, on the map and by name. */
@NullMarked
package town.nagar.data.places;

import org.jspecify.annotations.NullMarked;

/** Reads what others have mapped: OpenStreetMap, ward boundaries and EPANET networks. */
@NullMarked
package town.nagar.sample.maps;

import org.jspecify.annotations.NullMarked;

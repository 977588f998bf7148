/**
 * Pollution: short-window nowcast, running National AQI, weather beside it, spikes and exceedances.
 */
@NullMarked
package town.nagar.streams.pollution;

import org.jspecify.annotations.NullMarked;

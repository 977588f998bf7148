package town.nagar.sample.sensing;

import java.util.Optional;
import town.nagar.contracts.readings.Values;

/**
 * What one sensor sees at a moment; nothing when it has nothing to say, as on a market's Sunday.
 */
@FunctionalInterface
interface SensorModel {
    Optional<Values> at(TownTime time);
}

package town.nagar.sample.sensing;

import java.time.Instant;
import java.util.Map;
import town.nagar.contracts.places.Sensor;
import town.nagar.contracts.readings.Values;

/**
 * One message of a simulated sensor.
 *
 * @param labels always {@code simulated=true}
 */
public record SimulatedReading(
        Sensor sensor, Instant eventTime, Values values, Map<String, String> labels) {
    public SimulatedReading {
        labels = Map.copyOf(labels);
    }
}

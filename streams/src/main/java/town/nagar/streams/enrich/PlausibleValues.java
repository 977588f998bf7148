package town.nagar.streams.enrich;

import java.util.Optional;
import town.nagar.contracts.places.Sensor;
import town.nagar.contracts.readings.Flag;
import town.nagar.contracts.readings.Quantity;
import town.nagar.contracts.readings.Reading;
import town.nagar.contracts.readings.Values;

/** Leaves implausible values out of windows, so that no index or alert rests on them. */
final class PlausibleValues {
    private PlausibleValues() {}

    /** The reading's values without those outside the plausible range of the sensor. */
    static Values of(Reading reading, Optional<Sensor> sensor) {
        if (!reading.flags().contains(Flag.IMPLAUSIBLE)) {
            return reading.values();
        }
        Values.Builder plausible = new Values.Builder(reading.domain());
        reading.values()
                .forEach((quantity, value) -> {
                    if (range(quantity, sensor).holds(value)) {
                        plausible.set(quantity, value);
                    }
                });
        return plausible.build();
    }

    private static Quantity.Range range(Quantity quantity, Optional<Sensor> sensor) {
        return sensor.flatMap(known -> Optional.ofNullable(known.plausible().get(quantity.name())))
                .orElse(quantity.plausible());
    }
}

package town.nagar.streams.traffic;

import java.util.HashMap;
import java.util.Map;
import town.nagar.contracts.Domain;
import town.nagar.contracts.places.Sensor;
import town.nagar.contracts.readings.Quantities;
import town.nagar.contracts.readings.Quantity;
import town.nagar.contracts.readings.Reading;
import town.nagar.contracts.readings.Values;
import town.nagar.streams.enrich.Derivation;
import town.nagar.streams.enrich.Derived;
import town.nagar.streams.reference.ReferenceBook;

/** The norms' figures of a single traffic reading. */
record TrafficDerivation() implements Derivation {
    private static final Quantities QUANTITIES = Quantities.of(Domain.TRAFFIC);
    private static final Quantity SPEED = QUANTITIES.get("average_speed");
    private static final Quantity INTERVAL = QUANTITIES.get("interval_seconds");

    @Override
    public Derived derive(Reading reading, ReferenceBook book) {
        Values values = reading.values();
        RoadFlow flow =
                RoadFlow.of(
                        name -> values.get(QUANTITIES.get(name)),
                        intervalSeconds(values, reading.sensorId(), book),
                        values.get(SPEED),
                        book.findPlace(reading.placeId()));
        Map<String, Double> figures = HashMap.newHashMap(2);
        put(figures, "congestion_level", flow.congestionLevel());
        put(figures, "pcu_per_hour", flow.pcuPerHour());
        Map<String, String> words = HashMap.newHashMap(2);
        put(words, "level_of_service", flow.levelOfService());
        put(words, "congestion_basis", flow.basis());
        return new Derived(figures, words);
    }

    /** What the reading says, else the registry; NaN if neither does. */
    static double intervalSeconds(Values values, String sensorId, ReferenceBook book) {
        return values.has(INTERVAL) ? values.get(INTERVAL) : registered(sensorId, book);
    }

    /** How often a sensor reports by the registry; NaN if it does not say. */
    static double registered(String sensorId, ReferenceBook book) {
        return book.findSensor(sensorId)
                .map(Sensor::intervalSeconds)
                .filter(seconds -> seconds > 0)
                .map(Integer::doubleValue)
                .orElse(Double.NaN);
    }

    private static void put(Map<String, Double> figures, String name, double value) {
        if (!Double.isNaN(value)) {
            figures.put(name, value);
        }
    }

    private static void put(Map<String, String> words, String name, String value) {
        if (!value.isEmpty()) {
            words.put(name, value);
        }
    }
}

package town.nagar.streams.table;

import town.nagar.contracts.readings.Reading;

/** The parts of a market series' id, MANDI:COMMODITY[:VARIETY], where labels do not say them. */
final class Series {
    private Series() {}

    static String commodity(Reading reading) {
        String labelled = reading.labels().getOrDefault("commodity", "");
        if (!labelled.isEmpty()) {
            return labelled;
        }
        String named = part(reading.sensorId(), 1);
        return named.isEmpty() ? reading.sensorId() : named;
    }

    static String variety(Reading reading) {
        String labelled = reading.labels().getOrDefault("variety", "");
        return labelled.isEmpty() ? part(reading.sensorId(), 2) : labelled;
    }

    private static String part(String id, int index) {
        String[] parts = id.split(":", 3);
        return index < parts.length ? parts[index] : "";
    }
}

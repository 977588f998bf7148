package town.nagar.streams.window;

import town.nagar.contracts.readings.Values;

/**
 * What windows need of a reading.
 *
 * @param timeMillis event time
 * @param ingestId of two samples of the same sensor and time, the greater counts
 */
public record Sample(
        String sensorId, String placeId, long timeMillis, long ingestId, Values values) {}

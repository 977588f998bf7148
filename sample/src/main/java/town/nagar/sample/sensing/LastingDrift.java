package town.nagar.sample.sensing;

import java.time.Duration;
import java.time.Instant;
import town.nagar.contracts.readings.Values;

/**
 * A sensor that goes wrong a little more each day and does not recover, to be shown how that is
 * found. Its main quantity is multiplied: of traffic the speed, of air PM2.5, of weather the
 * temperature, of water what the meter has first.
 *
 * @param sensorId which; empty for none
 * @param from when it begins
 * @param perDay by which the factor grows in a day: 0.25 makes it 1.5 after two days, -0.25 makes
 *     it 0.5; it stays between 0.1 and 10
 */
public record LastingDrift(String sensorId, Instant from, double perDay) {
    /** No sensor drifts for good. */
    public static final LastingDrift NONE = new LastingDrift("", Instant.EPOCH, 0);

    private static final double LEAST = 0.1;
    private static final double MOST = 10;

    public LastingDrift {
        if (!Double.isFinite(perDay)) {
            throw new IllegalArgumentException("drift of %s a day".formatted(perDay));
        }
    }

    /** The values of a sensor as they come out of it. */
    Values distort(String sensor, Instant at, Values values) {
        if (!sensor.equals(sensorId) || at.isBefore(from)) {
            return values;
        }
        double days = Duration.between(from, at).toSeconds() / 86_400.0;
        return Faults.multiply(values, Math.clamp(1 + perDay * days, LEAST, MOST));
    }
}

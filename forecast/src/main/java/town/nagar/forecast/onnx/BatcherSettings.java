package town.nagar.forecast.onnx;

import java.time.Duration;

/**
 * How requests are gathered.
 *
 * @param most requests answered at once, at least 1
 * @param gathering how long the first of a batch waits for others, 0 or more
 * @param queue requests waiting beyond which new ones are refused, at least 1
 * @param patience how long one request may take in all
 */
public record BatcherSettings(int most, Duration gathering, int queue, Duration patience) {
    public BatcherSettings {
        if (most < 1 || queue < 1 || gathering.isNegative() || !patience.isPositive()) {
            throw new IllegalArgumentException(
                    "batches of %d within %s, %d waiting up to %s"
                            .formatted(most, gathering, queue, patience));
        }
    }

    /** 32 within a millisecond, 1,024 waiting up to 10 s. */
    public static BatcherSettings defaults() {
        return new BatcherSettings(32, Duration.ofMillis(1), 1_024, Duration.ofSeconds(10));
    }
}

package town.nagar.forecast.arnet;

/**
 * A pattern that repeats, as a Fourier series.
 *
 * @param periodSteps of the series, above 0
 * @param order pairs of sine and cosine, at least 1
 */
public record Cycle(double periodSteps, int order) {
    public Cycle {
        if (!(periodSteps > 0) || order < 1) {
            throw new IllegalArgumentException(
                    "a cycle of %s steps, order %d".formatted(periodSteps, order));
        }
    }
}

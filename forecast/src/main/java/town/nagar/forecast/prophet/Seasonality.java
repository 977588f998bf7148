package town.nagar.forecast.prophet;

/**
 * A pattern that repeats, as a Fourier series.
 *
 * @param name unique among all parts of one model
 * @param periodDays above 0
 * @param fourierOrder pairs of sine and cosine, at least 1
 * @param priorScale standard deviation of each coefficient's normal prior, on the scaled series
 */
public record Seasonality(
        String name, double periodDays, int fourierOrder, double priorScale, Effect effect)
        implements Part {
    static final double PRIOR_SCALE = 10;

    public Seasonality {
        if (!(periodDays > 0) || fourierOrder < 1 || !(priorScale > 0)) {
            throw new IllegalArgumentException(
                    "season %s: period %s d, order %d, prior %s"
                            .formatted(name, periodDays, fourierOrder, priorScale));
        }
    }

    /** The year, 365.25 d, of order 10, as Prophet's own. */
    public static Seasonality yearly(Effect effect) {
        return new Seasonality("yearly", 365.25, 10, PRIOR_SCALE, effect);
    }

    /** The week, of order 3, as Prophet's own. */
    public static Seasonality weekly(Effect effect) {
        return new Seasonality("weekly", 7, 3, PRIOR_SCALE, effect);
    }

    /** The day, of order 4, as Prophet's own. */
    public static Seasonality daily(Effect effect) {
        return new Seasonality("daily", 1, 4, PRIOR_SCALE, effect);
    }
}

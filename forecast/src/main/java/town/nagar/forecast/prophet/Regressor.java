package town.nagar.forecast.prophet;

/**
 * A measured influence, known for the past and given for the future.
 *
 * <p>Unless it has only the values 0 and 1, or only one, it is standardised by its past.
 *
 * @param name unique among all parts of one model
 * @param priorScale standard deviation of its coefficient's normal prior, on the scaled series
 */
public record Regressor(String name, double priorScale, Effect effect) implements Part {
    public Regressor {
        if (!(priorScale > 0)) {
            throw new IllegalArgumentException(
                    "regressor %s: prior %s".formatted(name, priorScale));
        }
    }
}

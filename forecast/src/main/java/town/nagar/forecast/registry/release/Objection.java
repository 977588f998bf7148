package town.nagar.forecast.registry.release;

/**
 * One reason why a version is not promoted.
 *
 * @param horizon at which it falls short; empty if at none in particular
 * @param figure what was looked at, such as {@code gain_over_last-week_low}
 * @param value what it is; empty if it is missing
 * @param limit what it must be
 */
public record Objection(String horizon, String figure, String value, String limit) {
    /** In a sentence. */
    public String sentence() {
        String where = horizon.isEmpty() ? "" : "at %s, ".formatted(horizon);
        String is = value.isEmpty() ? "is missing" : "is " + value;
        return "%s%s %s; it must be %s".formatted(where, figure, is, limit);
    }
}

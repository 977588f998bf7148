package town.nagar.data.history;

/** How many values become one. */
public enum Fold {
    /** The mean, each reading weighing the same. */
    MEAN,
    SUM,
    LEAST,
    GREATEST,
    /** The direction of the mean of unit vectors, in degrees from 0 to 360. */
    DIRECTION;

    /** SQL over rows with a value and the number of readings it stands for. */
    String sql(String value, String readings) {
        return switch (this) {
            case MEAN ->
                    "sum(%1$s * %2$s) / nullif(sum(CASE WHEN %1$s IS NOT NULL THEN %2$s END), 0)"
                            .formatted(value, readings);
            case SUM -> "sum(%s)".formatted(value);
            case LEAST -> "min(%s)".formatted(value);
            case GREATEST -> "max(%s)".formatted(value);
            case DIRECTION ->
                    "(degrees(atan2(sum(sind(%1$s) * %2$s), sum(cosd(%1$s) * %2$s))) + 360)::numeric"
                                    .formatted(value, readings)
                            + " % 360";
        };
    }
}

package town.nagar.engine.weather;

/** The values that weather takes. */
final class Ranges {
    static final double COLDEST_C = -60;
    static final double HOTTEST_C = 60;

    private Ranges() {}

    static void requireBetween(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "%s is %s; allowed are numbers from %s to %s"
                            .formatted(name, value, least, most));
        }
    }

    static void requireAbove(String name, double value, double bound, double most) {
        if (!(value > bound && value <= most)) {
            throw new IllegalArgumentException(
                    "%s is %s; allowed are numbers above %s, up to %s"
                            .formatted(name, value, bound, most));
        }
    }
}

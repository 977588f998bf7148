package town.nagar.engine.air;

/** The values that the air's kernels take. */
final class Ranges {
    /** Above any wind measured near the ground, m/s. */
    static final double STRONGEST_WIND = 150;

    private Ranges() {}

    static void requireBetween(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "%s is %s; allowed are numbers from %s to %s"
                            .formatted(name, value, least, most));
        }
    }

    static void requireAbove(String name, double value, double bound) {
        if (!(value > bound)) {
            throw new IllegalArgumentException(
                    "%s is %s; allowed are numbers above %s".formatted(name, value, bound));
        }
    }

    static void requireLength(String name, int length, int wanted) {
        if (length != wanted) {
            throw new IllegalArgumentException(
                    "%s has %d slots; allowed are %d".formatted(name, length, wanted));
        }
    }
}

package town.nagar.engine.agriculture;

/** The values that the kernels of farming take. */
final class Ranges {
    private Ranges() {}

    static void requireBetween(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "%s is %s; allowed are numbers from %s to %s"
                            .formatted(name, value, least, most));
        }
    }

    static void requireLength(String name, int length, int wanted) {
        if (length != wanted) {
            throw new IllegalArgumentException(
                    "%s has %d slots; allowed are %d".formatted(name, length, wanted));
        }
    }
}

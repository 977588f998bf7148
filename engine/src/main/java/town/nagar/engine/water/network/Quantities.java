package town.nagar.engine.water.network;

/** What the numbers of a network must satisfy, with refusals that name the part and the value. */
final class Quantities {
    private Quantities() {}

    static void finite(String what, String field, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "%s: %s %s is not a number".formatted(what, field, value));
        }
    }

    static void notNegative(String what, String field, double value) {
        if (!(value >= 0) || !Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "%s: %s %s; 0 or more is allowed".formatted(what, field, value));
        }
    }

    static void positive(String what, String field, double value) {
        if (!(value > 0) || !Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "%s: %s %s; more than 0 is allowed".formatted(what, field, value));
        }
    }
}

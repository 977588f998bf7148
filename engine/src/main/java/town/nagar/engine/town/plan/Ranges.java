package town.nagar.engine.town.plan;

import java.util.List;

/** Refusals that name the part, the value and what is allowed. */
final class Ranges {
    private Ranges() {}

    static void requireBetween(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "%s is %s; allowed are numbers from %s to %s"
                            .formatted(name, value, least, most));
        }
    }

    static void requireAbove(String name, double value, double bound) {
        if (!(value > bound && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "%s is %s; allowed are finite numbers above %s".formatted(name, value, bound));
        }
    }

    static void requireSome(String name, List<?> list) {
        if (list.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s: there is none; allowed is one or more".formatted(name));
        }
    }

    static void requireIndex(String name, int index, int count) {
        if (index < 0 || index >= count) {
            throw new IllegalArgumentException(
                    "%s is %d; allowed are 0 to %d".formatted(name, index, count - 1));
        }
    }
}

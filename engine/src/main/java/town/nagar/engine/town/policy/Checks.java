package town.nagar.engine.town.policy;

/** Refusals that name the field, the value and what is allowed. */
final class Checks {
    private Checks() {}

    static void requireBetween(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "%s is %s; allowed are numbers from %s to %s"
                            .formatted(name, value, least, most));
        }
    }
}

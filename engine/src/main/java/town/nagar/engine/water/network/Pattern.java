package town.nagar.engine.water.network;

import java.util.List;

/**
 * Multipliers that follow one another, one a pattern step, and begin again after the last.
 *
 * @param id its name in the file, empty for {@link #NONE}
 */
public record Pattern(String id, List<Double> multipliers) {
    /** No pattern: always 1. */
    public static final Pattern NONE = new Pattern("", List.of(1.0));

    public Pattern {
        multipliers = List.copyOf(multipliers);
        if (multipliers.isEmpty()) {
            throw new IllegalArgumentException("pattern %s has no multiplier".formatted(id));
        }
    }

    public boolean isNone() {
        return id.isEmpty();
    }
}

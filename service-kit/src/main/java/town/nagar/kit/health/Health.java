package town.nagar.kit.health;

import java.util.Map;

/**
 * How a part is.
 *
 * @param state {@code UP} works, {@code DEGRADED} works in part, {@code DOWN} does not
 * @param note one line on what works still and what does not
 * @param figures numbers that tell more, by name with unit
 */
public record Health(State state, String note, Map<String, Object> figures) {

    /** From best to worst. */
    public enum State {
        UP,
        DEGRADED,
        DOWN
    }

    public Health {
        figures = Map.copyOf(figures);
    }

    public static Health up() {
        return new Health(State.UP, "", Map.of());
    }

    public static Health up(Map<String, Object> figures) {
        return new Health(State.UP, "", figures);
    }

    public static Health degraded(String note) {
        return new Health(State.DEGRADED, note, Map.of());
    }

    public static Health down(String note) {
        return new Health(State.DOWN, note, Map.of());
    }
}

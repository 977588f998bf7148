package town.nagar.forecast.rollout;

import java.util.HashMap;
import java.util.Map;

/**
 * How often in a row versions were found worse, each time with more truths than the time before.
 */
final class Strikes {
    private final Map<String, Count> counts = new HashMap<>();

    private record Count(int strikes, long truths) {}

    /** Adds one if truths have come in since the last, and gives how many there are. */
    int add(String version, long truths) {
        Count before = counts.getOrDefault(version, new Count(0, -1));
        if (truths == before.truths()) {
            return before.strikes();
        }
        counts.put(version, new Count(before.strikes() + 1, truths));
        return before.strikes() + 1;
    }

    /** Forgets those of a version that is found well. */
    void clear(String version) {
        counts.remove(version);
    }
}

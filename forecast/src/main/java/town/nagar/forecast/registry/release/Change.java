package town.nagar.forecast.registry.release;

import java.time.Instant;
import java.util.Map;

/**
 * One entry of the log.
 *
 * @param version 0 where the model as a whole is meant
 * @param why the person's reason; empty where none was asked for
 * @param detail what else is to be known, by name
 */
public record Change(
        long id,
        Instant at,
        String who,
        String what,
        String model,
        int version,
        String why,
        Map<String, Object> detail) {
    public Change {
        detail = Map.copyOf(detail);
    }
}

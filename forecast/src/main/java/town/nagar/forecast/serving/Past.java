package town.nagar.forecast.serving;

import java.time.LocalDateTime;
import java.util.Optional;
import town.nagar.forecast.series.Panel;

/**
 * The past of a town whose sensors are simulated, as they would have measured it. Real sensors have
 * none: their past is what is stored.
 */
public interface Past {
    /** No simulated sensors. */
    Past NONE = (_, _) -> Optional.empty();

    /**
     * Long enough a past to learn from.
     *
     * @param until the first time that is not in it, in Indian time
     */
    Optional<Panel> generate(Measure measure, LocalDateTime until);
}

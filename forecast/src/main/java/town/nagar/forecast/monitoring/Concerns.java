package town.nagar.forecast.monitoring;

import java.time.Instant;
import town.nagar.forecast.serving.Measure;

/** Is told what calls for a new model. */
public interface Concerns {
    /** Does nothing about it. */
    Concerns NONE = (_, _, _) -> {};

    /**
     * Is told once when something has begun; returns at once.
     *
     * @param why such as {@code level of R001: PSI 0.41 (limit 0.13), KS 0.35 (limit 0.21)}
     */
    void raise(Measure measure, Cause cause, String why);

    /** Is told that a round of judging has ended. */
    default void ended(Instant at) {}
}

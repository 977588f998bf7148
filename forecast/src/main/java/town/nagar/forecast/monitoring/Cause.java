package town.nagar.forecast.monitoring;

import java.util.Locale;

/** What calls for a new model. */
public enum Cause {
    /** A week has gone by. */
    SCHEDULE,
    /** Errors have risen. */
    ERROR,
    /** What goes into the model looks different from what it learnt from. */
    FEATURE_DRIFT,
    /** What the model says looks different from what it said of what it learnt from. */
    PREDICTION_DRIFT,
    /** Somebody asked for it. */
    BY_HAND;

    /** In lower case with underscores. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

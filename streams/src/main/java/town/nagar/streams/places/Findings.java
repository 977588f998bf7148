package town.nagar.streams.places;

import town.nagar.contracts.readings.Aggregate;
import town.nagar.streams.alerts.Observation;

/** Takes what is found in a window. */
public interface Findings {
    /** A window's result; it replaces an earlier one of the same kind, place and window. */
    void found(Aggregate result);

    /** What the window says about a rule. */
    void observed(Observation observation);
}

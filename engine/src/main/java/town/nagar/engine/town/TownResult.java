package town.nagar.engine.town;

import java.util.List;
import town.nagar.engine.uncertainty.Summary;

/**
 * What a study of a policy against its baseline found.
 *
 * @param policy name of the policy
 * @param settings it ran by
 * @param agents in each run
 * @param runs pairs that were run
 * @param targetReached whether the half-width aimed at was reached; false if none was
 * @param estimates one a {@link Measure}, by its ordinal
 */
public record TownResult(
        String policy,
        StudySettings settings,
        int agents,
        int runs,
        boolean targetReached,
        List<Estimate> estimates) {
    private static final int HOURS_A_DAY = 24;

    /** Keeps its own list. */
    public TownResult {
        estimates = List.copyOf(estimates);
    }

    /** What the runs say of a measure. */
    public Estimate get(Measure measure) {
        return estimates.get(measure.ordinal());
    }

    /** Agents times hours times runs, policy and baseline both counted. */
    public long agentSteps() {
        return 2L * runs * agents * settings.days() * HOURS_A_DAY;
    }

    /**
     * One measure with and without the policy.
     *
     * @param baseline without
     * @param policy with
     * @param difference policy less baseline, pair by pair
     * @param percent the mean difference over the mean baseline, in percent; 0 if that is 0
     * @param correlation of policy and baseline that the common random numbers reached
     */
    public record Estimate(
            Measure measure,
            Summary baseline,
            Summary policy,
            Summary difference,
            double percent,
            double correlation) {}
}

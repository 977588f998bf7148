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
 * @param trafficGap the larger of the two sides: by how much of themselves a typical day's times
 *     differ from those that choices of mode rest on
 * @param estimates one a {@link Measure}, by its ordinal
 */
public record TownResult(
        String policy,
        StudySettings settings,
        int agents,
        int runs,
        boolean targetReached,
        double trafficGap,
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

    /** Whether a typical day's times and choices of mode agree as closely as they should. */
    public boolean trafficSettled() {
        return trafficGap <= TypicalTraffic.ENOUGH_GAP;
    }

    /** Percent of the policy's restricted trips that obeyed; NaN if nothing was restricted. */
    public double compliancePercent() {
        double restricted = get(Measure.RESTRICTED_TRIPS).policy().mean();
        double obeying = get(Measure.OBEYING_TRIPS).policy().mean();
        return restricted > 0 ? 100 * obeying / restricted : Double.NaN;
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

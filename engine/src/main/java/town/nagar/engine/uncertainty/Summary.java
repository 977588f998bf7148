package town.nagar.engine.uncertainty;

/**
 * What the runs say about one quantity, in its own unit.
 *
 * @param mean over the runs
 * @param standardDeviation of single runs
 * @param meanInterval where the true mean lies, with the study's confidence: by Student's t (the
 *     normal distribution beyond 1,000) over independent runs, or over the replicates' means
 * @param median of the runs
 * @param runInterval percentiles between which that share of the runs lies
 */
public record Summary(
        double mean,
        double standardDeviation,
        Interval meanInterval,
        double median,
        Interval runInterval) {}

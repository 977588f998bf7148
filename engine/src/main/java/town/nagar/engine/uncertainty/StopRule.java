package town.nagar.engine.uncertainty;

/**
 * When a study has run enough: the interval of the mean difference is narrow, or the runs are used
 * up. It is looked at after {@code leastRuns}, twice as many, four times and so on.
 *
 * @param leastRuns 2 or more
 * @param mostRuns {@code leastRuns} or more
 * @param level confidence of the intervals, strictly between 0 and 1
 * @param halfWidth aimed at, in the output's unit; 0 runs all
 * @param output whose difference is looked at, from 0
 */
public record StopRule(int leastRuns, int mostRuns, double level, double halfWidth, int output) {
    /**
     * @throws IllegalArgumentException if a value is out of its range
     */
    public StopRule {
        if (leastRuns < 2 || mostRuns < leastRuns) {
            throw new IllegalArgumentException(
                    "least runs %d, most runs %d; allowed are 2 or more that ascend"
                            .formatted(leastRuns, mostRuns));
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "confidence %s; allowed are numbers between 0 and 1".formatted(level));
        }
        if (!(halfWidth >= 0) || output < 0) {
            throw new IllegalArgumentException(
                    "half-width %s of output %d; allowed are numbers from 0"
                            .formatted(halfWidth, output));
        }
    }

    /** A fixed number of runs, with intervals of 95 %. */
    public static StopRule afterRuns(int runs) {
        return new StopRule(runs, runs, 0.95, 0, 0);
    }

    int next(int runs) {
        return (int) Math.min(mostRuns, 2L * runs);
    }

    void requireWholeReplicates(int replicates) {
        if (leastRuns % replicates != 0
                || mostRuns % replicates != 0
                || (replicates > 1 && leastRuns < 2 * replicates)) {
            throw new IllegalArgumentException(
                    "least runs %d, most runs %d with %d replicates; allowed are multiples from %d"
                            .formatted(leastRuns, mostRuns, replicates, 2 * replicates));
        }
    }
}

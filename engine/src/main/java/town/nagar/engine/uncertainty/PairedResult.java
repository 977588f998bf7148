package town.nagar.engine.uncertainty;

import java.util.Arrays;

/** What a study of a policy against its baseline found; the arrays stay its own. */
public final class PairedResult {
    private final double[][] baseline;
    private final double[][] policy;
    private final double[][] difference;
    private final int runs;
    private final int replicates;
    private final double level;
    private final double halfWidth;
    private final int steering;

    /** Holds the first runs of arrays indexed by output, then run. */
    PairedResult(double[][] baseline, double[][] policy, int runs, int replicates, StopRule stop) {
        this.baseline = firstOf(baseline, runs);
        this.policy = firstOf(policy, runs);
        this.difference = minus(this.policy, this.baseline);
        this.runs = runs;
        this.replicates = replicates;
        this.level = stop.level();
        this.halfWidth = stop.halfWidth();
        this.steering = stop.output();
    }

    private static double[][] firstOf(double[][] values, int runs) {
        return Arrays.stream(values)
                .map(output -> Arrays.copyOf(output, runs))
                .toArray(double[][]::new);
    }

    private static double[][] minus(double[][] left, double[][] right) {
        var out = new double[left.length][];
        for (int output = 0; output < left.length; output++) {
            out[output] = new double[left[output].length];
            for (int run = 0; run < out[output].length; run++) {
                out[output][run] = left[output][run] - right[output][run];
            }
        }
        return out;
    }

    /** Pairs run. */
    public int runs() {
        return runs;
    }

    /** Whether the half-width aimed at was reached; false if none was. */
    public boolean targetReached() {
        return halfWidth > 0 && difference(steering).meanInterval().halfWidth() <= halfWidth;
    }

    /** An output without the policy. */
    public Summary baseline(int output) {
        return summary(baseline[output]);
    }

    /** An output with the policy. */
    public Summary policy(int output) {
        return summary(policy[output]);
    }

    /** Policy minus baseline, pair by pair. */
    public Summary difference(int output) {
        return summary(difference[output]);
    }

    /** Policy minus baseline of every pair, by run; a copy. */
    public double[] differences(int output) {
        return difference[output].clone();
    }

    /**
     * The correlation the common random numbers reached between policy and baseline, -1 to 1; 0 if
     * either never varied.
     */
    public double correlation(int output) {
        var left = Moments.of(baseline[output], runs);
        var right = Moments.of(policy[output], runs);
        var products = new double[runs];
        for (int run = 0; run < runs; run++) {
            products[run] =
                    (baseline[output][run] - left.mean()) * (policy[output][run] - right.mean());
        }
        double scale = Math.sqrt(left.squares()) * Math.sqrt(right.squares());
        double joint = Moments.of(products, runs).mean() * runs;
        return scale == 0 ? 0 : Math.clamp(joint / scale, -1, 1);
    }

    /**
     * How many times as many independent runs the same precision would have taken: the variance of
     * a difference without pairing over the one with; infinite if every pair differs alike.
     */
    public double varianceGain(int output) {
        double apart =
                Moments.of(baseline[output], runs).variance()
                        + Moments.of(policy[output], runs).variance();
        return apart / Moments.of(difference[output], runs).variance();
    }

    private Summary summary(double[] values) {
        var moments = Moments.of(values, runs);
        double[] ascending = values.clone();
        Arrays.sort(ascending);
        return new Summary(
                moments.mean(),
                moments.standardDeviation(),
                Interval.around(moments.mean(), errorReach(values, moments)),
                Percentiles.of(ascending, 0.5),
                Percentiles.middle(ascending, level));
    }

    private double errorReach(double[] values, Moments moments) {
        if (replicates == 1) {
            double reach = StudentQuantile.twoSided(level, runs - 1L);
            return reach * moments.standardDeviation() / Math.sqrt(runs);
        }
        var means = new Moments();
        for (int replicate = 0; replicate < replicates; replicate++) {
            means.add(meanOfReplicate(values, replicate));
        }
        double reach = StudentQuantile.twoSided(level, replicates - 1L);
        return reach * means.standardDeviation() / Math.sqrt(replicates);
    }

    private double meanOfReplicate(double[] values, int replicate) {
        var moments = new Moments();
        for (int run = replicate; run < runs; run += replicates) {
            moments.add(values[run]);
        }
        return moments.mean();
    }
}

package town.nagar.engine.uncertainty;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import town.nagar.engine.random.Chance;

/**
 * A policy against its baseline over many runs, each pair on the same inputs and the same chance.
 *
 * <p>Runs are spread over threads; every run writes to its own slot and sums are taken by index, so
 * the result has the same bits for any number of threads.
 */
public final class PairedStudy {
    private final List<Factor> factors;
    private final Points points;
    private final long seed;
    private final int outputs;

    private PairedStudy(List<Factor> factors, Points points, long seed, int outputs) {
        this.factors = List.copyOf(factors);
        this.points = points;
        this.seed = seed;
        this.outputs = outputs;
    }

    /**
     * A study.
     *
     * @param seed of the runs' chance; the run's number is part of every draw
     * @param outputs of the models, 1 or more
     * @throws IllegalArgumentException if there is no output
     */
    public static PairedStudy of(List<Factor> factors, Points points, long seed, int outputs) {
        if (outputs < 1) {
            throw new IllegalArgumentException(
                    "%d outputs; allowed are 1 or more".formatted(outputs));
        }
        return new PairedStudy(factors, points, seed, outputs);
    }

    /**
     * Runs pairs until the rule says stop.
     *
     * @param baseline makes a model for each thread
     * @param policy makes a model for each thread
     * @param threads 1 or more
     * @throws IllegalArgumentException if the rule does not fit the study, or an output is no
     *     finite number (the run is named)
     */
    public PairedResult run(
            Supplier<? extends TownModel> baseline,
            Supplier<? extends TownModel> policy,
            StopRule stop,
            int threads) {
        requireFits(stop);
        var without = new double[outputs][stop.mostRuns()];
        var with = new double[outputs][stop.mostRuns()];
        int done = 0;
        int aim = stop.leastRuns();
        while (true) {
            Workers.forEach(
                    done, aim, threads, () -> pair(baseline.get(), policy.get(), without, with));
            done = aim;
            var result = new PairedResult(without, with, done, points.replicates(), stop);
            if (done == stop.mostRuns() || result.targetReached()) {
                return result;
            }
            aim = stop.next(done);
        }
    }

    private void requireFits(StopRule stop) {
        if (stop.output() >= outputs) {
            throw new IllegalArgumentException(
                    "the rule looks at output %d; allowed are 0 to %d"
                            .formatted(stop.output(), outputs - 1));
        }
        stop.requireWholeReplicates(points.replicates());
    }

    private IntConsumer pair(
            TownModel baseline, TownModel policy, double[][] without, double[][] with) {
        var inputs = new double[factors.size()];
        var out = new double[outputs];
        return run -> {
            var chance = Chance.of(seed, run);
            for (int factor = 0; factor < inputs.length; factor++) {
                double u = points.coordinate(run, factor);
                inputs[factor] = factors.get(factor).distribution().quantile(u);
            }
            baseline.run(chance, inputs, out);
            keep(run, out, without, "the baseline");
            policy.run(chance, inputs, out);
            keep(run, out, with, "the policy");
        };
    }

    private static void keep(int run, double[] outputs, double[][] slots, String model) {
        for (int output = 0; output < outputs.length; output++) {
            if (!Double.isFinite(outputs[output])) {
                throw new IllegalArgumentException(
                        "run %d of %s gave output %d = %s; allowed are finite numbers"
                                .formatted(run, model, output, outputs[output]));
            }
            slots[output][run] = outputs[output];
        }
    }
}

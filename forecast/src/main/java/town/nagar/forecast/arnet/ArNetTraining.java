package town.nagar.forecast.arnet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import town.nagar.forecast.torch.Epoch;
import town.nagar.forecast.torch.Passes;
import town.nagar.forecast.torch.Torch;
import town.nagar.forecast.torch.TorchTrainer;

/**
 * Trains an AR-Net with trend and cycles: the last fifth of the series says when to stop.
 *
 * <p>Triebe and others, NeuralProphet, arXiv 2111.15397; AR-Net, arXiv 1911.12436. The loss is
 * sqrt(1 + e^2) - 1 of the scaled error: squared near 0, plain far from it.
 */
public final class ArNetTraining implements Passes.Learner {
    private static final int JUDGED_SHARE = 5;
    private static final int JUDGED_AT_ONCE = 512;

    private final Windows windows;
    private final int[] learnt;
    private final int[] judged;
    private final NDManager manager;
    private final ArNetBlock block;
    private final TorchTrainer trainer;
    private List<float[]> lagWeights;
    private List<float[]> knownWeights;

    private ArNetTraining(
            KnownAhead ahead, Windows windows, int[] learnt, int[] judged, NDManager manager) {
        ArNetSettings settings = ahead.settings();
        this.windows = windows;
        this.learnt = learnt;
        this.judged = judged;
        this.manager = manager;
        this.block = new ArNetBlock(settings);
        this.trainer =
                TorchTrainer.start(
                        manager,
                        block,
                        settings.passes().learningRate(),
                        new Shape(1, settings.lags()),
                        new Shape(1, settings.horizon(), ahead.width()));
        this.lagWeights = block.lagWeights();
        this.knownWeights = block.knownWeights();
    }

    /**
     * The net of the best epoch.
     *
     * @param series one value a step, steps of equal length; NaN where missing: windows that touch
     *     a gap are left out
     * @param covariates one row a step, known ahead too; empty for none
     * @param seed of first weights and the order of windows
     * @param progress told each epoch when it ends
     * @throws IllegalArgumentException if lengths differ or too few whole windows are left
     * @throws IllegalStateException if PyTorch is not here, or the loss is no number any more
     */
    public static ArNet train(
            double[] series,
            double[][] covariates,
            ArNetSettings settings,
            long seed,
            Consumer<Epoch> progress) {
        int count = covariates.length == 0 ? 0 : covariates[0].length;
        requireOneRowAStep(series, covariates, count);
        KnownAhead ahead = new KnownAhead(settings, series.length, count);
        int firstJudged = series.length - series.length / JUDGED_SHARE;
        Scales scales = Scales.of(series, covariates, firstJudged);
        Windows windows = new Windows(series, covariates, scales, ahead);
        int[] learnt = windows.whole(0, firstJudged - settings.horizon());
        int[] judged = windows.whole(firstJudged - 1, series.length);
        if (learnt.length == 0 || judged.length == 0) {
            throw new IllegalArgumentException(
                    "%d whole windows to learn from, %d to judge by"
                            .formatted(learnt.length, judged.length));
        }
        return Torch.with(
                seed,
                manager ->
                        new ArNetTraining(ahead, windows, learnt, judged, manager)
                                .run(ahead, scales, seed, progress));
    }

    private static void requireOneRowAStep(double[] series, double[][] covariates, int count) {
        boolean rows = covariates.length == 0 || covariates.length == series.length;
        if (!rows || Arrays.stream(covariates).anyMatch(row -> row.length != count)) {
            throw new IllegalArgumentException(
                    "%d steps, %d rows of %d covariates"
                            .formatted(series.length, covariates.length, count));
        }
    }

    private ArNet run(KnownAhead ahead, Scales scales, long seed, Consumer<Epoch> progress) {
        try (trainer) {
            SplittableRandom order = new SplittableRandom(seed);
            Passes.run(this, learnt.length, ahead.settings().passes(), order, progress);
            return new ArNet(ahead, scales, lagWeights, knownWeights);
        }
    }

    @Override
    public double learn(int[] examples) {
        int[] origins = Arrays.stream(examples).map(example -> learnt[example]).toArray();
        return trainer.step((once, net) ->
                loss(windows.wanted(once, origins), net.forward(windows.inputs(once, origins))));
    }

    private static NDArray loss(NDArray wanted, NDArray answered) {
        NDArray error = answered.sub(wanted);
        return error.mul(error).add(1).sqrt().sub(1).mean();
    }

    @Override
    public double judge() {
        double sum = 0;
        for (int from = 0; from < judged.length; from += JUDGED_AT_ONCE) {
            int to = Math.min(judged.length, from + JUDGED_AT_ONCE);
            sum += judge(Arrays.copyOfRange(judged, from, to)) * (to - from);
        }
        return sum / judged.length;
    }

    private double judge(int[] origins) {
        try (NDManager once = manager.newSubManager()) {
            NDList inputs = windows.inputs(once, origins);
            ParameterStore store = new ParameterStore(once, false);
            NDArray answered = block.forward(store, inputs, false).singletonOrThrow();
            return loss(windows.wanted(once, origins), answered).getFloat();
        }
    }

    @Override
    public void keep() {
        lagWeights = block.lagWeights();
        knownWeights = block.knownWeights();
    }
}

package town.nagar.forecast.recurrent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.loss.L2Loss;
import ai.djl.training.loss.Loss;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import town.nagar.forecast.torch.Epoch;
import town.nagar.forecast.torch.Passes;
import town.nagar.forecast.torch.Torch;
import town.nagar.forecast.torch.TorchTrainer;

/**
 * Trains the net: Adam on the mean squared error, until the validation loss gets no better.
 *
 * <p>The same sequences, settings and seed give the same weights on the same machine.
 */
public final class LstmTraining implements Passes.Learner {
    private static final Loss MEAN_SQUARED_ERROR = new L2Loss("mse", 1);

    private final LstmSettings settings;
    private final Sequences training;
    private final Sequences validation;
    private final NDManager manager;
    private final Block block;
    private final TorchTrainer trainer;
    private LstmWeights best;

    private LstmTraining(
            LstmSettings settings, Sequences training, Sequences validation, NDManager manager) {
        this.settings = settings;
        this.training = training;
        this.validation = validation;
        this.manager = manager;
        this.block = TorchNet.block(settings);
        this.trainer =
                TorchTrainer.start(
                        manager,
                        block,
                        settings.passes().learningRate(),
                        TorchNet.shape(settings, settings.passes().batch()));
        this.best = TorchNet.weights(block, settings);
    }

    /**
     * The net of the best epoch.
     *
     * @param training what is learnt from; scales are of these alone
     * @param validation what says when to stop; later than all of {@code training}
     * @param seed of first weights, dropout and the order of the sequences
     * @param progress told each epoch when it ends
     * @throws IllegalArgumentException if either is empty or of another shape than the settings
     * @throws IllegalStateException if PyTorch is not here, or the loss is no number any more
     */
    public static TrainedLstm train(
            Sequences training,
            Sequences validation,
            LstmSettings settings,
            long seed,
            Consumer<Epoch> progress) {
        TorchNet.requireShape(settings, training);
        TorchNet.requireShape(settings, validation);
        if (training.count() == 0 || validation.count() == 0) {
            throw new IllegalArgumentException(
                    "%d sequences to learn from, %d to judge by"
                            .formatted(training.count(), validation.count()));
        }
        Scaling scaling = Scaling.of(training);
        Sequences learnt = training.scaled(scaling);
        Sequences judged = validation.scaled(scaling);
        return Torch.with(
                seed,
                manager -> {
                    LstmTraining run = new LstmTraining(settings, learnt, judged, manager);
                    return run.run(scaling, seed, progress);
                });
    }

    private TrainedLstm run(Scaling scaling, long seed, Consumer<Epoch> progress) {
        try (trainer) {
            List<Epoch> epochs =
                    Passes.run(
                            this,
                            training.count(),
                            settings.passes(),
                            new SplittableRandom(seed),
                            progress);
            return new TrainedLstm(settings, best, scaling, epochs);
        }
    }

    @Override
    public double learn(int[] examples) {
        float[] targets = new float[examples.length];
        for (int i = 0; i < examples.length; i++) {
            targets[i] = training.target(examples[i]);
        }
        return trainer.step((once, net) -> {
            NDArray wanted = once.create(targets, new Shape(examples.length, 1));
            NDArray inputs = TorchNet.inputs(once, training, examples);
            NDArray answered = net.forward(new NDList(inputs));
            return MEAN_SQUARED_ERROR.evaluate(new NDList(wanted), new NDList(answered));
        });
    }

    @Override
    public double judge() {
        float[] predicted = TorchNet.predict(block, manager, validation);
        return IntStream.range(0, predicted.length)
                .mapToDouble(i -> predicted[i] - validation.target(i))
                .map(error -> error * error)
                .average()
                .orElseThrow();
    }

    @Override
    public void keep() {
        best = TorchNet.weights(block, settings);
    }
}

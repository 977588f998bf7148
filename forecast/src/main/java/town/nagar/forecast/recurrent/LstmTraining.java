package town.nagar.forecast.recurrent;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.L2Loss;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import town.nagar.forecast.torch.Torch;

/**
 * Trains the net: Adam on the mean squared error, until the validation loss gets no better.
 *
 * <p>The same sequences, settings and seed give the same weights on the same machine.
 */
public final class LstmTraining {
    private final LstmSettings settings;
    private final Sequences training;
    private final Sequences validation;
    private final RandomGenerator order;
    private final Consumer<Epoch> progress;
    private final Loss loss = new L2Loss("mse", 1);
    private final List<Epoch> epochs = new ArrayList<>();

    private LstmTraining(
            LstmSettings settings,
            Sequences training,
            Sequences validation,
            RandomGenerator order,
            Consumer<Epoch> progress) {
        this.settings = settings;
        this.training = training;
        this.validation = validation;
        this.order = order;
        this.progress = progress;
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
        LstmTraining run =
                new LstmTraining(
                        settings,
                        training.scaled(scaling),
                        validation.scaled(scaling),
                        new SplittableRandom(seed),
                        progress);
        LstmWeights best = Torch.with(seed, run::best);
        return new TrainedLstm(settings, best, scaling, run.epochs);
    }

    private LstmWeights best(NDManager manager) {
        try (Model model = Torch.model("traffic")) {
            Block block = TorchNet.block(settings);
            model.setBlock(block);
            Tracker rate = Tracker.fixed(settings.learningRate());
            var config =
                    new DefaultTrainingConfig(loss)
                            .optDevices(new Device[] {Device.cpu()})
                            .optOptimizer(Optimizer.adam().optLearningRateTracker(rate).build());
            try (Trainer trainer = model.newTrainer(config)) {
                trainer.initialize(TorchNet.shape(settings, settings.batch()));
                return best(trainer, block, manager);
            }
        }
    }

    private LstmWeights best(Trainer trainer, Block block, NDManager manager) {
        LstmWeights best = TorchNet.weights(block, settings);
        double least = Double.POSITIVE_INFINITY;
        int idle = 0;
        for (int number = 1; number <= settings.epochs() && idle < settings.patience(); number++) {
            Epoch epoch = new Epoch(number, learn(trainer, manager), judge(block, manager));
            epochs.add(epoch);
            progress.accept(epoch);
            idle++;
            if (epoch.validationLoss() < least) {
                least = epoch.validationLoss();
                best = TorchNet.weights(block, settings);
                idle = 0;
            }
        }
        return best;
    }

    /** One pass; the mean of the batches' losses, each by its size. */
    private double learn(Trainer trainer, NDManager manager) {
        int[] shuffled = shuffled(training.count());
        double sum = 0;
        for (int from = 0; from < shuffled.length; from += settings.batch()) {
            int to = Math.min(shuffled.length, from + settings.batch());
            int[] picked = Arrays.copyOfRange(shuffled, from, to);
            sum += step(trainer, manager, picked) * picked.length;
        }
        double mean = sum / shuffled.length;
        if (!Double.isFinite(mean)) {
            throw new IllegalStateException("training fell apart: a loss of " + mean);
        }
        return mean;
    }

    private double step(Trainer trainer, NDManager manager, int[] picked) {
        float[] targets = new float[picked.length];
        for (int i = 0; i < picked.length; i++) {
            targets[i] = training.target(picked[i]);
        }
        double value;
        try (NDManager once = manager.newSubManager();
                GradientCollector gradients = trainer.newGradientCollector()) {
            NDArray wanted = once.create(targets, new Shape(picked.length, 1));
            NDArray inputs = TorchNet.inputs(once, training, picked);
            NDArray error = loss.evaluate(new NDList(wanted), trainer.forward(new NDList(inputs)));
            gradients.backward(error);
            value = error.getFloat();
        }
        trainer.step();
        return value;
    }

    private double judge(Block block, NDManager manager) {
        float[] predicted = TorchNet.predict(block, manager, validation);
        return IntStream.range(0, predicted.length)
                .mapToDouble(i -> predicted[i] - validation.target(i))
                .map(error -> error * error)
                .average()
                .orElseThrow();
    }

    /** Fisher and Yates. */
    private int[] shuffled(int count) {
        int[] shuffled = IntStream.range(0, count).toArray();
        for (int last = count - 1; last > 0; last--) {
            int other = order.nextInt(last + 1);
            int moved = shuffled[last];
            shuffled[last] = shuffled[other];
            shuffled[other] = moved;
        }
        return shuffled;
    }
}

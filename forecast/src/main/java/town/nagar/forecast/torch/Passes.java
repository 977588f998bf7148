package town.nagar.forecast.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Passes over training data, each in a new order, until the validation loss gets no better. */
public final class Passes {
    /** What learns. */
    public interface Learner {
        /** Learns from the examples of these numbers at once; gives their loss before. */
        double learn(int[] examples);

        /** The loss on what is not learnt from. */
        double judge();

        /** Keeps what has been learnt, for it is the best until now. */
        void keep();
    }

    private final Learner learner;
    private final PassSettings settings;
    private final RandomGenerator random;

    private Passes(Learner learner, PassSettings settings, RandomGenerator random) {
        this.learner = learner;
        this.settings = settings;
        this.random = random;
    }

    /**
     * All passes made.
     *
     * @param examples how many there are to learn from
     * @param random of the order of examples
     * @param progress told each epoch when it ends
     * @throws IllegalStateException if the loss is no number any more
     */
    public static List<Epoch> run(
            Learner learner,
            int examples,
            PassSettings settings,
            RandomGenerator random,
            Consumer<Epoch> progress) {
        return new Passes(learner, settings, random).run(examples, progress);
    }

    private List<Epoch> run(int examples, Consumer<Epoch> progress) {
        List<Epoch> epochs = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        int idle = 0;
        while (epochs.size() < settings.epochs() && idle < settings.patience()) {
            double learnt = pass(examples);
            Epoch epoch = new Epoch(epochs.size() + 1, learnt, learner.judge());
            epochs.add(epoch);
            progress.accept(epoch);
            idle++;
            if (epoch.validationLoss() < least) {
                least = epoch.validationLoss();
                learner.keep();
                idle = 0;
            }
        }
        return epochs;
    }

    /** The mean of the batches' losses, each by its size. */
    private double pass(int examples) {
        int[] order = shuffled(examples);
        double sum = 0;
        for (int from = 0; from < examples; from += settings.batch()) {
            int to = Math.min(examples, from + settings.batch());
            sum += learner.learn(Arrays.copyOfRange(order, from, to)) * (to - from);
        }
        if (!Double.isFinite(sum)) {
            throw new IllegalStateException("training fell apart: a loss of " + sum);
        }
        return sum / examples;
    }

    /** Fisher and Yates. */
    private int[] shuffled(int count) {
        int[] shuffled = IntStream.range(0, count).toArray();
        for (int last = count - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int moved = shuffled[last];
            shuffled[last] = shuffled[other];
            shuffled[other] = moved;
        }
        return shuffled;
    }
}

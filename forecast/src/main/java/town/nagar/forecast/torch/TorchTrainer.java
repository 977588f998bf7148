package town.nagar.forecast.torch;

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
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.function.BiFunction;

/** A net in training: Adam, Kingma and Ba, arXiv 1412.6980, against one loss. */
public final class TorchTrainer implements AutoCloseable {
    private final Model model;
    private final Trainer trainer;
    private final NDManager manager;

    private TorchTrainer(Model model, Trainer trainer, NDManager manager) {
        this.model = model;
        this.trainer = trainer;
        this.manager = manager;
    }

    /**
     * Starts a net with its first weights; to be closed.
     *
     * @param inputs shapes of what the net takes
     */
    public static TorchTrainer start(
            NDManager manager, Block block, float learningRate, Shape... inputs) {
        Model model = Torch.model("net");
        model.setBlock(block);
        Tracker rate = Tracker.fixed(learningRate);
        DefaultTrainingConfig config =
                new DefaultTrainingConfig(Loss.l2Loss())
                        .optDevices(new Device[] {Device.cpu()})
                        .optOptimizer(Optimizer.adam().optLearningRateTracker(rate).build());
        Trainer trainer = model.newTrainer(config);
        trainer.initialize(inputs);
        return new TorchTrainer(model, trainer, manager);
    }

    /**
     * One step; gives the loss before it.
     *
     * @param loss of the examples, from the net and a manager for what lives one step
     */
    public double step(BiFunction<NDManager, Net, NDArray> loss) {
        double value;
        try (NDManager once = manager.newSubManager();
                GradientCollector gradients = trainer.newGradientCollector()) {
            NDArray error = loss.apply(once, inputs -> trainer.forward(inputs).singletonOrThrow());
            gradients.backward(error);
            value = error.getFloat();
        }
        trainer.step();
        return value;
    }

    /** What a net makes of its inputs. */
    public interface Net {
        NDArray forward(NDList inputs);
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
    }
}

package town.nagar.forecast.recurrent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.UniformInitializer;
import java.nio.FloatBuffer;
import java.util.Iterator;
import java.util.stream.IntStream;
import town.nagar.forecast.torch.Torch;

/** The net as PyTorch runs it. */
final class TorchNet {
    private static final int JUDGED_AT_ONCE = 256;
    private static final long ANY_SEED = 0; // nothing is drawn where nothing is trained

    private TorchNet() {}

    static void requireShape(LstmSettings settings, Sequences sequences) {
        if (sequences.steps() != settings.steps() || sequences.features() != settings.features()) {
            throw new IllegalArgumentException(
                    "sequences of %d steps and %d features for a net of %d and %d"
                            .formatted(
                                    sequences.steps(),
                                    sequences.features(),
                                    settings.steps(),
                                    settings.features()));
        }
    }

    /** Untrained, its weights uniform within 1 / sqrt of the layer's width, as PyTorch begins. */
    static Block block(LstmSettings settings) {
        return new SequentialBlock()
                .add(memory(settings.firstState(), settings.firstLayers(), settings.dropout()))
                .add(memory(settings.secondState(), 1, 0))
                .addSingleton(steps -> steps.get(":, -1"))
                .add(dense(settings.secondState(), settings.dense()))
                .add(Activation.reluBlock())
                .add(Dropout.builder().optRate(settings.dropout()).build())
                .add(dense(settings.dense(), 1));
    }

    private static Block memory(int state, int layers, float dropout) {
        return started(
                state,
                LSTM.builder()
                        .setStateSize(state)
                        .setNumLayers(layers)
                        .optDropRate(dropout)
                        .optBatchFirst(true)
                        .optReturnState(false)
                        .build());
    }

    private static Block dense(int inputs, int outputs) {
        return started(inputs, Linear.builder().setUnits(outputs).build());
    }

    private static Block started(int width, Block block) {
        block.setInitializer(new UniformInitializer((float) (1 / Math.sqrt(width))), _ -> true);
        return block;
    }

    static Shape shape(LstmSettings settings, int sequences) {
        return new Shape(sequences, settings.steps(), settings.features());
    }

    /** The given sequences as one array of PyTorch. */
    static NDArray inputs(NDManager manager, Sequences sequences, int[] picked) {
        int size = sequences.steps() * sequences.features();
        float[] values = new float[picked.length * size];
        for (int i = 0; i < picked.length; i++) {
            sequences.copy(picked[i], values, i * size);
        }
        Shape shape = new Shape(picked.length, sequences.steps(), sequences.features());
        return manager.create(FloatBuffer.wrap(values), shape, DataType.FLOAT32);
    }

    static float[] predict(LstmSettings settings, LstmWeights weights, Sequences scaled) {
        return Torch.with(
                ANY_SEED,
                manager -> {
                    Block block = block(settings);
                    block.initialize(manager, DataType.FLOAT32, shape(settings, 1));
                    set(block, weights);
                    return predict(block, manager, scaled);
                });
    }

    /** The scaled target foretold for each sequence. */
    static float[] predict(Block block, NDManager manager, Sequences scaled) {
        float[] predicted = new float[scaled.count()];
        for (int from = 0; from < predicted.length; from += JUDGED_AT_ONCE) {
            int to = Math.min(predicted.length, from + JUDGED_AT_ONCE);
            try (NDManager once = manager.newSubManager()) {
                NDArray inputs = inputs(once, scaled, IntStream.range(from, to).toArray());
                ParameterStore store = new ParameterStore(once, false);
                float[] part =
                        block.forward(store, new NDList(inputs), false)
                                .singletonOrThrow()
                                .toFloatArray();
                System.arraycopy(part, 0, predicted, from, part.length);
            }
        }
        return predicted;
    }

    static LstmWeights weights(Block block, LstmSettings settings) {
        Iterator<Parameter> parameters = block.getParameters().values().iterator();
        return LstmWeights.of(settings, length -> take(parameters.next(), length));
    }

    private static float[] take(Parameter parameter, long length) {
        float[] values = parameter.getArray().toFloatArray();
        if (values.length != length) {
            throw new IllegalStateException(
                    "%s has %d numbers, not %d"
                            .formatted(parameter.getName(), values.length, length));
        }
        return values;
    }

    private static void set(Block block, LstmWeights weights) {
        Iterator<Parameter> parameters = block.getParameters().values().iterator();
        for (float[] array : weights.arrays()) {
            parameters.next().getArray().set(FloatBuffer.wrap(array));
        }
    }
}

package town.nagar.forecast.arnet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.UniformInitializer;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;

/** The net as PyTorch runs it: dense layers over the lags, plus one over what is known ahead. */
final class ArNetBlock extends AbstractBlock {
    private final Block fromLags;
    private final Block fromKnown;
    private final int horizon;

    ArNetBlock(ArNetSettings settings) {
        horizon = settings.horizon();
        fromLags = addChildBlock("lags", fromLags(settings));
        fromKnown = addChildBlock("known", Linear.builder().setUnits(1).build());
        fromKnown.setInitializer(new UniformInitializer(0.01f), _ -> true);
    }

    private static Block fromLags(ArNetSettings settings) {
        SequentialBlock layers = new SequentialBlock();
        int width = settings.lags();
        if (settings.hidden() > 0) {
            layers.add(dense(width, settings.hidden())).add(Activation.reluBlock());
            width = settings.hidden();
        }
        return layers.add(dense(width, settings.horizon()));
    }

    private static Block dense(int inputs, int outputs) {
        Block dense = Linear.builder().setUnits(outputs).build();
        dense.setInitializer(new UniformInitializer((float) (1 / Math.sqrt(inputs))), _ -> true);
        return dense;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean training,
            PairList<String, Object> parameters) {
        NDArray read = one(fromLags, store, inputs.get(0), training);
        NDArray known = one(fromKnown, store, inputs.get(1), training);
        return new NDList(read.add(known.reshape(read.getShape())));
    }

    private static NDArray one(Block block, ParameterStore store, NDArray in, boolean training) {
        return block.forward(store, new NDList(in), training).singletonOrThrow();
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return new Shape[] {new Shape(inputShapes[0].get(0), horizon)};
    }

    @Override
    protected void initializeChildBlocks(
            NDManager manager, DataType dataType, Shape... inputShapes) {
        fromLags.initialize(manager, dataType, inputShapes[0]);
        fromKnown.initialize(manager, dataType, inputShapes[1]);
    }

    /** Weights then biases of each layer over the lags, first to last. */
    List<float[]> lagWeights() {
        return arrays(fromLags);
    }

    /** Weights, then the bias. */
    List<float[]> knownWeights() {
        return arrays(fromKnown);
    }

    private static List<float[]> arrays(Block block) {
        List<float[]> arrays = new ArrayList<>();
        for (Parameter parameter : block.getParameters().values()) {
            arrays.add(parameter.getArray().toFloatArray());
        }
        return arrays;
    }
}

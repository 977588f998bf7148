package town.nagar.forecast.recurrent;

import java.util.List;

/** The weights of one dense layer: {@code outputs} rows of {@code inputs}, then the biases. */
public final class DenseLayer {
    private final int inputs;
    private final int outputs;
    private final float[] weights;
    private final float[] biases;

    private DenseLayer(int inputs, int outputs, float[] weights, float[] biases) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.weights = weights;
        this.biases = biases;
    }

    static <E extends Exception> DenseLayer of(
            int inputs, int outputs, LstmWeights.Source<E> source) throws E {
        float[] weights = source.take((long) inputs * outputs);
        return new DenseLayer(inputs, outputs, weights, source.take(outputs));
    }

    public int inputs() {
        return inputs;
    }

    public int outputs() {
        return outputs;
    }

    /** {@link #outputs} rows of {@link #inputs}. */
    public float[] weights() {
        return weights.clone();
    }

    /** One an output. */
    public float[] biases() {
        return biases.clone();
    }

    void addTo(List<float[]> arrays) {
        arrays.addAll(List.of(weights, biases));
    }
}

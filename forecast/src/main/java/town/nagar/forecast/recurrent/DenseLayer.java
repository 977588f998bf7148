package town.nagar.forecast.recurrent;

/** The weights of one dense layer: {@code outputs} rows of {@code inputs}, then the biases. */
public final class DenseLayer {
    private final int inputs;
    private final int outputs;
    private final float[] weights;
    private final float[] biases;

    DenseLayer(int inputs, int outputs, float[] weights, float[] biases) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.weights = weights;
        this.biases = biases;
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

    int count() {
        return outputs * (inputs + 1);
    }
}

package town.nagar.forecast.recurrent;

import java.util.List;

/**
 * The weights of one layer of long short-term memory, as PyTorch orders them.
 *
 * <p>Four blocks of {@code state} rows: input gate, forget gate, cell, output gate.
 */
public final class MemoryLayer {
    private final int inputs;
    private final int state;
    private final float[] inputWeights;
    private final float[] stateWeights;
    private final float[] inputBiases;
    private final float[] stateBiases;

    private MemoryLayer(
            int inputs,
            int state,
            float[] inputWeights,
            float[] stateWeights,
            float[] inputBiases,
            float[] stateBiases) {
        this.inputs = inputs;
        this.state = state;
        this.inputWeights = inputWeights;
        this.stateWeights = stateWeights;
        this.inputBiases = inputBiases;
        this.stateBiases = stateBiases;
    }

    static <E extends Exception> MemoryLayer of(int inputs, int state, LstmWeights.Source<E> source)
            throws E {
        long rows = 4L * state;
        return new MemoryLayer(
                inputs,
                state,
                source.take(rows * inputs),
                source.take(rows * state),
                source.take(rows),
                source.take(rows));
    }

    /** Numbers a step that come in. */
    public int inputs() {
        return inputs;
    }

    /** Numbers a step that go out. */
    public int state() {
        return state;
    }

    /** 4 x state rows of {@link #inputs}. */
    public float[] inputWeights() {
        return inputWeights.clone();
    }

    /** 4 x state rows of {@link #state}. */
    public float[] stateWeights() {
        return stateWeights.clone();
    }

    /** 4 x state. */
    public float[] inputBiases() {
        return inputBiases.clone();
    }

    /** 4 x state. */
    public float[] stateBiases() {
        return stateBiases.clone();
    }

    void addTo(List<float[]> arrays) {
        arrays.addAll(List.of(inputWeights, stateWeights, inputBiases, stateBiases));
    }
}

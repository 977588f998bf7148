package town.nagar.forecast.recurrent;

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

    MemoryLayer(
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

    int weights() {
        return 4 * state * (inputs + state + 2);
    }
}

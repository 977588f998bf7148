package town.nagar.forecast.onnx;

import town.nagar.forecast.recurrent.MemoryLayer;

/**
 * The order of a memory layer's gates: PyTorch's input, forget, cell, output; ONNX's i, o, f, c.
 */
final class Gates {
    private static final int[] FROM = {0, 3, 1, 2};

    private Gates() {}

    /** Rows of {@code width}, four blocks of them, in ONNX's order. */
    static float[] reordered(float[] rows, int width) {
        int block = rows.length / 4;
        if (block * 4 != rows.length || block % width != 0) {
            throw new IllegalArgumentException(
                    "%d numbers are not four blocks of rows of %d".formatted(rows.length, width));
        }
        float[] reordered = new float[rows.length];
        for (int gate = 0; gate < 4; gate++) {
            System.arraycopy(rows, FROM[gate] * block, reordered, gate * block, block);
        }
        return reordered;
    }

    /** The input's biases, then the state's. */
    static float[] biases(MemoryLayer layer) {
        float[] inputs = reordered(layer.inputBiases(), 1);
        float[] states = reordered(layer.stateBiases(), 1);
        float[] biases = new float[inputs.length + states.length];
        System.arraycopy(inputs, 0, biases, 0, inputs.length);
        System.arraycopy(states, 0, biases, inputs.length, states.length);
        return biases;
    }
}

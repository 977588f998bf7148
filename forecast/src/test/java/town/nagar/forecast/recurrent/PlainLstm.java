package town.nagar.forecast.recurrent;

/** The net as its textbook equations have it, number by number: the slow twin. */
final class PlainLstm {
    private PlainLstm() {}

    /** The scaled target for one scaled sequence. */
    static double forward(LstmWeights weights, double[][] steps) {
        double[][] through = steps;
        for (MemoryLayer layer : weights.memory()) {
            through = through(layer, through);
        }
        double[] hidden = dense(weights.dense(), through[through.length - 1]);
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = Math.max(0, hidden[i]);
        }
        return dense(weights.last(), hidden)[0];
    }

    private static double[][] through(MemoryLayer layer, double[][] steps) {
        int n = layer.state();
        double[] h = new double[n];
        double[] c = new double[n];
        double[][] out = new double[steps.length][];
        for (int t = 0; t < steps.length; t++) {
            double[] gates = new double[4 * n];
            for (int row = 0; row < 4 * n; row++) {
                gates[row] = layer.inputBiases()[row] + layer.stateBiases()[row];
            }
            addProduct(layer.inputWeights(), steps[t], gates);
            addProduct(layer.stateWeights(), h, gates);
            double[] next = new double[n];
            for (int i = 0; i < n; i++) {
                double in = sigmoid(gates[i]);
                double forget = sigmoid(gates[n + i]);
                double cell = Math.tanh(gates[2 * n + i]);
                double open = sigmoid(gates[3 * n + i]);
                c[i] = forget * c[i] + in * cell;
                next[i] = open * Math.tanh(c[i]);
            }
            h = next;
            out[t] = h;
        }
        return out;
    }

    private static double[] dense(DenseLayer layer, double[] inputs) {
        double[] out = new double[layer.outputs()];
        for (int i = 0; i < out.length; i++) {
            out[i] = layer.biases()[i];
        }
        addProduct(layer.weights(), inputs, out);
        return out;
    }

    private static void addProduct(float[] rows, double[] vector, double[] sums) {
        for (int row = 0; row < sums.length; row++) {
            for (int i = 0; i < vector.length; i++) {
                sums[row] += rows[row * vector.length + i] * vector[i];
            }
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}

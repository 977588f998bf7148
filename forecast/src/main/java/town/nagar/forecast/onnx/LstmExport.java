package town.nagar.forecast.onnx;

import java.util.List;
import town.nagar.forecast.recurrent.DenseLayer;
import town.nagar.forecast.recurrent.MemoryLayer;
import town.nagar.forecast.recurrent.Scaling;
import town.nagar.forecast.recurrent.TrainedLstm;

/**
 * Writes a trained traffic net as an ONNX file.
 *
 * <p>The file takes sequences as they are measured and gives the target in its unit: both scales
 * are in the graph.
 */
public final class LstmExport {
    private final Graph graph = new Graph();
    private final Precision precision;

    private LstmExport(Precision precision) {
        this.precision = precision;
    }

    /**
     * The ONNX file: input {@code sequences} [rows, steps, features], output {@code target} [rows,
     * 1].
     */
    public static byte[] file(TrainedLstm lstm, Precision precision) {
        return new LstmExport(precision).file(lstm);
    }

    private byte[] file(TrainedLstm lstm) {
        graph.input(Graph.floats("sequences", lstm.settings().steps(), lstm.settings().features()));
        graph.output(Graph.floats("target", 1));
        String value = scaled("sequences", lstm.scaling());
        value =
                graph.node(
                        "Transpose",
                        List.of(value),
                        "by_time",
                        Graph.attribute("perm", 1L, 0L, 2L));
        List<MemoryLayer> memory = lstm.weights().memory();
        for (int layer = 0; layer < memory.size(); layer++) {
            boolean last = layer == memory.size() - 1;
            value = memory("memory" + layer, memory.get(layer), value, last);
        }
        value = dense("dense", lstm.weights().dense(), value);
        value = graph.node("Relu", List.of(value), "rectified");
        value = dense("last", lstm.weights().last(), value);
        unscaled(value, lstm.scaling());
        return graph.file();
    }

    private String scaled(String value, Scaling scaling) {
        float[] means = scaling.means();
        String mean = graph.constant("means", means, means.length);
        String factor = graph.constant("factors", scaling.factors(), means.length);
        String centred = graph.node("Sub", List.of(value, mean), "centred");
        return graph.node("Mul", List.of(centred, factor), "scaled");
    }

    private void unscaled(String value, Scaling scaling) {
        float[] deviation = {scaling.targetDeviation()};
        float[] mean = {scaling.targetMean()};
        String factor = graph.constant("target_deviation", deviation, 1);
        String offset = graph.constant("target_mean", mean, 1);
        String widened = graph.node("Mul", List.of(value, factor), "widened");
        graph.node("Add", List.of(widened, offset), "target");
    }

    /** All steps of the layer, or only the last one's state. */
    private String memory(String name, MemoryLayer layer, String value, boolean lastOnly) {
        String all = lastOnly ? "" : name + "_all";
        String last = lastOnly ? name + "_last" : "";
        List<String> outputs = List.of(all, last);
        if (precision == Precision.INT8) {
            quantizedNode(name, layer, value, outputs);
        } else {
            plainNode(name, layer, value, outputs);
        }
        String squeezed = lastOnly ? last : all;
        String axis = graph.constant(name + "_axis", lastOnly ? 0 : 1);
        return graph.node("Squeeze", List.of(squeezed, axis), name + "_out");
    }

    private void plainNode(String name, MemoryLayer layer, String value, List<String> outputs) {
        int rows = 4 * layer.state();
        float[] inputs = Gates.reordered(layer.inputWeights(), layer.inputs());
        float[] states = Gates.reordered(layer.stateWeights(), layer.state());
        String inputWeights = weights(name + "_inputs", inputs, 1, rows, layer.inputs());
        String stateWeights = weights(name + "_states", states, 1, rows, layer.state());
        String biases = weights(name + "_biases", Gates.biases(layer), 1, 2L * rows);
        graph.node(
                "",
                "LSTM",
                List.of(value, inputWeights, stateWeights, biases),
                outputs,
                Graph.attribute("hidden_size", (long) layer.state()));
    }

    private void quantizedNode(String name, MemoryLayer layer, String value, List<String> outputs) {
        Quantized inputs =
                Quantized.of(Gates.reordered(layer.inputWeights(), layer.inputs()), layer.inputs());
        Quantized states =
                Quantized.of(Gates.reordered(layer.stateWeights(), layer.state()), layer.state());
        String none = "";
        graph.node(
                Graph.CONTRIBUTED,
                "DynamicQuantizeLSTM",
                List.of(
                        value,
                        inputs.bytes(graph, name + "_inputs"),
                        states.bytes(graph, name + "_states"),
                        graph.constant(
                                name + "_biases", Gates.biases(layer), 1, 8L * layer.state()),
                        none,
                        none,
                        none,
                        none,
                        inputs.scales(graph, name + "_inputs"),
                        inputs.zeros(graph, name + "_inputs"),
                        states.scales(graph, name + "_states"),
                        states.zeros(graph, name + "_states")),
                outputs,
                Graph.attribute("hidden_size", (long) layer.state()));
    }

    private String dense(String name, DenseLayer layer, String value) {
        String weights =
                weights(name + "_weights", layer.weights(), layer.outputs(), layer.inputs());
        String biases = weights(name + "_biases", layer.biases(), layer.outputs());
        List<String> inputs = List.of(value, weights, biases);
        return graph.node("Gemm", inputs, name + "_out", Graph.attribute("transB", 1L));
    }

    private String weights(String name, float[] values, long... shape) {
        return precision == Precision.FP16
                ? graph.halfConstant(name, values, shape)
                : graph.constant(name, values, shape);
    }
}

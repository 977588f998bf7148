package town.nagar.forecast.recurrent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import town.nagar.forecast.artifact.ModelFile;

/**
 * A trained net as its file describes it; the scales of the features stand before the weights.
 *
 * @param targetMean in the target's unit
 */
record LstmFile(LstmSettings settings, float targetMean, float targetDeviation) {
    private static final String KIND = "lstm";

    static void write(TrainedLstm lstm, OutputStream out) throws IOException {
        Scaling scaling = lstm.scaling();
        LstmFile description =
                new LstmFile(lstm.settings(), scaling.targetMean(), scaling.targetDeviation());
        List<float[]> arrays = new ArrayList<>(List.of(scaling.means(), scaling.factors()));
        for (MemoryLayer layer : lstm.weights().memory()) {
            arrays.add(layer.inputWeights());
            arrays.add(layer.stateWeights());
            arrays.add(layer.inputBiases());
            arrays.add(layer.stateBiases());
        }
        for (DenseLayer layer : List.of(lstm.weights().dense(), lstm.weights().last())) {
            arrays.add(layer.weights());
            arrays.add(layer.biases());
        }
        ModelFile.write(KIND, description, arrays, out);
    }

    static TrainedLstm read(InputStream in) throws IOException {
        ModelFile<LstmFile> file = ModelFile.read(KIND, LstmFile.class, in);
        LstmFile description = file.description();
        LstmSettings settings = description.settings();
        ModelFile.Weights arrays = file.weights();
        Scaling scaling =
                new Scaling(
                        arrays.take(settings.features()),
                        arrays.take(settings.features()),
                        description.targetMean(),
                        description.targetDeviation());
        return new TrainedLstm(settings, weights(arrays, settings), scaling, List.of());
    }

    private static LstmWeights weights(ModelFile.Weights arrays, LstmSettings settings)
            throws IOException {
        List<MemoryLayer> memory = new ArrayList<>();
        int inputs = settings.features();
        for (int layer = 0; layer < settings.firstLayers(); layer++) {
            memory.add(memory(arrays, inputs, settings.firstState()));
            inputs = settings.firstState();
        }
        memory.add(memory(arrays, inputs, settings.secondState()));
        DenseLayer dense = dense(arrays, settings.secondState(), settings.dense());
        return new LstmWeights(memory, dense, dense(arrays, settings.dense(), 1));
    }

    private static MemoryLayer memory(ModelFile.Weights arrays, int inputs, int state)
            throws IOException {
        long rows = 4L * state;
        return new MemoryLayer(
                inputs,
                state,
                arrays.take(rows * inputs),
                arrays.take(rows * state),
                arrays.take(rows),
                arrays.take(rows));
    }

    private static DenseLayer dense(ModelFile.Weights arrays, int inputs, int outputs)
            throws IOException {
        float[] weights = arrays.take((long) inputs * outputs);
        return new DenseLayer(inputs, outputs, weights, arrays.take(outputs));
    }
}

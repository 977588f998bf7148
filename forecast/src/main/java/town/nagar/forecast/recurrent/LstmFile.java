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
        arrays.addAll(lstm.weights().arrays());
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
        LstmWeights weights = LstmWeights.of(settings, arrays::take);
        return new TrainedLstm(settings, weights, scaling, List.of());
    }
}

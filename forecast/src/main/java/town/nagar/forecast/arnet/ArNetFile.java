package town.nagar.forecast.arnet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import town.nagar.forecast.artifact.ModelFile;

/** A trained net as its file describes it. */
record ArNetFile(KnownAhead ahead, Scales scales) {
    private static final String KIND = "ar-net";

    static void write(ArNetFile description, List<float[]> weights, OutputStream out)
            throws IOException {
        ModelFile.write(KIND, description, weights, out);
    }

    static ArNet read(InputStream in) throws IOException {
        ModelFile<ArNetFile> file = ModelFile.read(KIND, ArNetFile.class, in);
        KnownAhead ahead = file.description().ahead();
        Scales scales = file.description().scales();
        if (scales.covariates().size() != ahead.covariates()) {
            throw new IOException("scales for " + scales.covariates().size() + " covariates");
        }
        ModelFile.Weights arrays = file.weights();
        List<float[]> lagWeights = lagWeights(arrays, ahead.settings());
        List<float[]> known = List.of(arrays.take(ahead.width()), arrays.take(1));
        return new ArNet(ahead, scales, lagWeights, known);
    }

    private static List<float[]> lagWeights(ModelFile.Weights arrays, ArNetSettings settings)
            throws IOException {
        List<float[]> weights = new ArrayList<>();
        int width = settings.lags();
        if (settings.hidden() > 0) {
            weights.add(arrays.take((long) width * settings.hidden()));
            weights.add(arrays.take(settings.hidden()));
            width = settings.hidden();
        }
        weights.add(arrays.take((long) width * settings.horizon()));
        weights.add(arrays.take(settings.horizon()));
        return weights;
    }
}

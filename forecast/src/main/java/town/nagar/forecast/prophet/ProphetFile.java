package town.nagar.forecast.prophet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import town.nagar.forecast.artifact.ModelFile;

/** A fitted model as its file describes it. */
record ProphetFile(
        ProphetSettings settings,
        Scale scale,
        List<Standard> standards,
        double slope,
        double offset,
        List<Double> changepoints,
        List<Double> bends,
        List<Double> weights,
        double sigma) {
    private static final String KIND = "prophet";

    static ProphetFile of(ProphetModel model) {
        Trend trend = model.trend();
        return new ProphetFile(
                model.settings(),
                model.scale(),
                model.standards(),
                trend.slope(),
                trend.offset(),
                list(trend.changepoints()),
                list(trend.bends()),
                list(model.weights()),
                model.sigma());
    }

    void write(OutputStream out) throws IOException {
        ModelFile.write(KIND, this, List.of(), out);
    }

    static ProphetFile read(InputStream in) throws IOException {
        return ModelFile.read(KIND, ProphetFile.class, in).description();
    }

    ProphetModel model() throws IOException {
        boolean whole =
                weights.size() == Column.of(settings).size()
                        && standards.size() == settings.regressors().size()
                        && bends.size() == changepoints.size();
        if (!whole) {
            throw new IOException("%d weights do not fit %s".formatted(weights.size(), settings));
        }
        Trend trend = new Trend(slope, offset, array(changepoints), array(bends));
        return new ProphetModel(settings, scale, standards, trend, array(weights), sigma);
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}

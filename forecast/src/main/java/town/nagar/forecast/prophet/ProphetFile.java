package town.nagar.forecast.prophet;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

/** A fitted model as its JSON file has it. */
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
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                    .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .build();

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
        JSON.writeValue(out, this);
    }

    static ProphetFile read(InputStream in) throws IOException {
        return JSON.readValue(in, ProphetFile.class);
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

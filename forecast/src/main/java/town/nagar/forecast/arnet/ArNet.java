package town.nagar.forecast.arnet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** A trained net: plain arrays, so that it foretells without PyTorch. */
public final class ArNet {
    private final KnownAhead ahead;
    private final Scales scales;
    private final List<float[]> lagWeights;
    private final List<float[]> knownWeights;

    ArNet(KnownAhead ahead, Scales scales, List<float[]> lagWeights, List<float[]> knownWeights) {
        this.ahead = ahead;
        this.scales = scales;
        this.lagWeights = List.copyOf(lagWeights);
        this.knownWeights = List.copyOf(knownWeights);
    }

    /** How many steps it foretells at once. */
    public int horizon() {
        return ahead.settings().horizon();
    }

    /**
     * All steps ahead, in the series' unit.
     *
     * @param lastValues the settings' lags, oldest first, finite
     * @param origin the step of the last value, counted from the first of the series learnt from
     * @param covariates one row a step ahead, finite; none if the net knows none
     * @throws IllegalArgumentException if a length differs or a number is not finite
     */
    public double[] forecast(double[] lastValues, long origin, double[][] covariates) {
        ArNetSettings settings = ahead.settings();
        requireCount("lags", lastValues.length, settings.lags());
        requireCount(
                "covariate rows",
                covariates.length,
                ahead.covariates() == 0 ? 0 : settings.horizon());
        double[] forecast = fromLags(lastValues);
        for (int step = 0; step < forecast.length; step++) {
            double[] row = covariates.length == 0 ? new double[0] : covariates[step];
            requireCount("covariates", row.length, ahead.covariates());
            forecast[step] += fromKnown(origin + 1 + step, row);
            forecast[step] = requireNumber(scales.series().unscaled(forecast[step]));
        }
        return forecast;
    }

    private double[] fromLags(double[] lastValues) {
        double[] layer = new double[lastValues.length];
        for (int lag = 0; lag < layer.length; lag++) {
            layer[lag] = scales.series().scaled(lastValues[lag]);
        }
        for (int part = 0; part < lagWeights.size(); part += 2) {
            if (part > 0) {
                rectify(layer);
            }
            layer = dense(lagWeights.get(part), lagWeights.get(part + 1), layer);
        }
        return layer;
    }

    private double fromKnown(long step, double[] covariates) {
        float[] known = new float[ahead.width()];
        ahead.write(step, scales.scaled(covariates), known, 0);
        float[] weights = knownWeights.getFirst();
        double sum = knownWeights.getLast()[0];
        for (int i = 0; i < known.length; i++) {
            sum += weights[i] * known[i];
        }
        return sum;
    }

    private static double[] dense(float[] weights, float[] biases, double[] inputs) {
        double[] outputs = new double[biases.length];
        for (int row = 0; row < outputs.length; row++) {
            double sum = biases[row];
            for (int i = 0; i < inputs.length; i++) {
                sum += weights[row * inputs.length + i] * inputs[i];
            }
            outputs[row] = sum;
        }
        return outputs;
    }

    private static void rectify(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, values[i]);
        }
    }

    private static void requireCount(String what, int count, int wanted) {
        if (count != wanted) {
            throw new IllegalArgumentException("%d %s, not %d".formatted(count, what, wanted));
        }
    }

    private static double requireNumber(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a lag or covariate is no number");
        }
        return value;
    }

    /** Writes the net; leaves the stream open. */
    public void write(OutputStream out) throws IOException {
        List<float[]> weights = new ArrayList<>(lagWeights);
        weights.addAll(knownWeights);
        ArNetFile.write(new ArNetFile(ahead, scales), weights, out);
    }

    /**
     * Reads what {@link #write} wrote; leaves the stream open.
     *
     * @throws IOException also if a byte of it has changed
     */
    public static ArNet read(InputStream in) throws IOException {
        return ArNetFile.read(in);
    }

    /** How much each lag weighs in each step ahead of a net without a layer between, as is. */
    float[] firstLagWeights() {
        return lagWeights.getFirst().clone();
    }

    double deviation() {
        return scales.series().deviation();
    }
}

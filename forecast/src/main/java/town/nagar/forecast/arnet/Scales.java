package town.nagar.forecast.arnet;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Mean and deviation of the series and of each covariate, of the steps learnt from alone. */
record Scales(Scale series, List<Scale> covariates) {
    Scales {
        covariates = List.copyOf(covariates);
    }

    /** One quantity's mean and deviation; 1 where it never varies. */
    record Scale(double mean, double deviation) {
        private static Scale of(double[] values) {
            double mean = DoubleStream.of(values).average().orElse(0);
            double variance =
                    DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
            boolean varies = variance > 1e-12 * Math.max(1, mean * mean);
            return new Scale(mean, varies ? Math.sqrt(variance) : 1);
        }

        float scaled(double value) {
            return (float) ((value - mean) / deviation);
        }

        double unscaled(double value) {
            return value * deviation + mean;
        }
    }

    /** Of the first {@code steps}; values that are no numbers are left out. */
    static Scales of(double[] series, double[][] covariates, int steps) {
        int count = covariates.length == 0 ? 0 : covariates[0].length;
        return new Scales(
                Scale.of(finite(IntStream.range(0, steps).mapToDouble(step -> series[step]))),
                IntStream.range(0, count)
                        .mapToObj(place ->
                                IntStream.range(0, steps)
                                        .mapToDouble(step -> covariates[step][place]))
                        .map(values -> Scale.of(finite(values)))
                        .toList());
    }

    private static double[] finite(DoubleStream values) {
        return values.filter(Double::isFinite).toArray();
    }

    float[] scaled(double[] row) {
        float[] scaled = new float[row.length];
        for (int place = 0; place < row.length; place++) {
            scaled[place] = covariates.get(place).scaled(row[place]);
        }
        return scaled;
    }
}

package town.nagar.forecast.explain;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * LIME for tables: a straight line through what the model says around one row.
 *
 * <p>Ribeiro and others, arXiv 1602.04938. Rows are drawn about the past's mean with the past's
 * deviation of each feature; weighted by exp(-d^2 / 2 w^2) of their distance to the row, in
 * deviations, with w = 0.75 sqrt(features); ridge of strength 1.
 */
public final class Lime {
    private static final double WIDTH = 0.75;
    private static final double RIDGE = 1;

    /**
     * An explanation, and how well a straight line tells what the model does there.
     *
     * @param fit weighted R squared of the line; where it is low, do not trust the explanation
     */
    public record Line(Explanation explanation, double fit) {}

    private final Function<float[][], float[]> model;
    private final List<String> features;
    private final double[] means;
    private final double[] deviations;
    private final int samples;

    /**
     * @param model one number a row
     * @param features names, one a number of a row
     * @param past rows from which means and deviations are taken
     * @param samples rows drawn, more than there are features
     */
    public Lime(
            Function<float[][], float[]> model,
            List<String> features,
            float[][] past,
            int samples) {
        if (past.length == 0 || samples <= features.size()) {
            throw new IllegalArgumentException(
                    "%d past rows, %d samples".formatted(past.length, samples));
        }
        this.model = model;
        this.features = List.copyOf(features);
        this.means = new double[features.size()];
        this.deviations = new double[features.size()];
        this.samples = samples;
        for (int feature = 0; feature < means.length; feature++) {
            measure(past, feature);
        }
    }

    private void measure(float[][] past, int feature) {
        double[] values =
                IntStream.range(0, past.length).mapToDouble(i -> past[i][feature]).toArray();
        double mean =
                IntStream.range(0, values.length)
                        .mapToDouble(i -> values[i])
                        .average()
                        .orElseThrow();
        means[feature] = mean;
        deviations[feature] =
                Math.sqrt(
                        IntStream.range(0, values.length)
                                .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                                .average()
                                .orElseThrow());
    }

    /** Why the model says what it does for one row. */
    public Line explain(float[] row, RandomGenerator random) {
        int count = means.length;
        double[] here = scaled(row);
        double[][] drawn = new double[samples + 1][count];
        float[][] asked = new float[samples + 1][];
        drawn[0] = here;
        asked[0] = row.clone();
        for (int sample = 1; sample <= samples; sample++) {
            for (int feature = 0; feature < count; feature++) {
                drawn[sample][feature] = deviations[feature] == 0 ? 0 : random.nextGaussian();
            }
            asked[sample] = unscaled(drawn[sample], row);
        }
        return line(here, drawn, model.apply(asked));
    }

    private double[] scaled(float[] row) {
        double[] scaled = new double[row.length];
        for (int feature = 0; feature < row.length; feature++) {
            double deviation = deviations[feature];
            scaled[feature] = deviation == 0 ? 0 : (row[feature] - means[feature]) / deviation;
        }
        return scaled;
    }

    /** What never varied in the past stays as it is in the row. */
    private float[] unscaled(double[] scaled, float[] row) {
        float[] unscaled = row.clone();
        for (int feature = 0; feature < row.length; feature++) {
            if (deviations[feature] != 0) {
                unscaled[feature] =
                        (float) (scaled[feature] * deviations[feature] + means[feature]);
            }
        }
        return unscaled;
    }

    private Line line(double[] here, double[][] drawn, float[] answers) {
        int count = here.length;
        LeastSquares regression = new LeastSquares(count + 1);
        double[] weights = new double[drawn.length];
        for (int sample = 0; sample < drawn.length; sample++) {
            weights[sample] = weight(here, drawn[sample]);
            double[] row = Arrays.copyOf(drawn[sample], count + 1);
            row[count] = 1;
            regression.add(row, answers[sample], weights[sample]);
        }
        for (int feature = 0; feature < count; feature++) {
            regression.ridge(feature, RIDGE);
        }
        double[] slopes = regression.solve();
        List<Contribution> contributions =
                IntStream.range(0, count)
                        .mapToObj(i -> new Contribution(features.get(i), slopes[i] * here[i]))
                        .toList();
        Explanation explanation = new Explanation("LIME", slopes[count], answers[0], contributions);
        return new Line(explanation, fit(slopes, drawn, answers, weights));
    }

    private static double weight(double[] here, double[] there) {
        double squares = 0;
        for (int feature = 0; feature < here.length; feature++) {
            squares += (here[feature] - there[feature]) * (here[feature] - there[feature]);
        }
        double width = WIDTH * Math.sqrt(here.length);
        return StrictMath.exp(-squares / width / width / 2);
    }

    private static double fit(
            double[] slopes, double[][] drawn, float[] answers, double[] weights) {
        double total = 0;
        double mean = 0;
        for (int sample = 0; sample < answers.length; sample++) {
            total += weights[sample];
            mean += weights[sample] * answers[sample];
        }
        mean /= total;
        double left = 0;
        double spread = 0;
        for (int sample = 0; sample < answers.length; sample++) {
            double line = slopes[slopes.length - 1];
            for (int feature = 0; feature < slopes.length - 1; feature++) {
                line += slopes[feature] * drawn[sample][feature];
            }
            left += weights[sample] * (answers[sample] - line) * (answers[sample] - line);
            spread += weights[sample] * (answers[sample] - mean) * (answers[sample] - mean);
        }
        return spread == 0 ? 1 : 1 - left / spread;
    }
}

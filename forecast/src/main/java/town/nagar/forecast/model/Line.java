package town.nagar.forecast.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Ridge regression on standardised features; a missing feature counts as its mean.
 *
 * <p>Targets further than {@link #REACH} mean distances from their median are drawn in to there.
 */
final class Line {
    private static final double REACH = 6;
    private static final double LEAST_DEVIATION = 1e-9;

    private final int width;
    private final double[] mean;
    private final double[] deviation;
    private final double[] slope;
    private final double constant;

    private Line(double[] mean, double[] deviation, double[] slope, double constant) {
        this.width = mean.length;
        this.mean = mean;
        this.deviation = deviation;
        this.slope = slope;
        this.constant = constant;
    }

    /**
     * Fits a line.
     *
     * @param penalty of the squared slopes, as a share of the rows' weight
     */
    static Line fit(TrainingRows rows, double penalty, boolean[] used) {
        int width = rows.width();
        double[] mean = new double[width];
        double[] deviation = new double[width];
        moments(rows, mean, deviation, used);
        double[] targets = drawnIn(rows);
        double[][] normal = new double[width][width];
        double[] right = new double[width];
        double total = 0;
        double sum = 0;
        for (int row = 0; row < rows.size(); row++) {
            total += rows.weights()[row];
            sum += rows.weights()[row] * targets[row];
        }
        double constant = total == 0 ? 0 : sum / total;
        double[] x = new double[width];
        for (int row = 0; row < rows.size(); row++) {
            standardise(rows.values(), row * width, mean, deviation, x);
            double weight = rows.weights()[row];
            double distance = targets[row] - constant;
            for (int i = 0; i < width; i++) {
                double left = weight * x[i];
                if (left != 0) {
                    right[i] += left * distance;
                    double[] into = normal[i];
                    for (int j = 0; j <= i; j++) {
                        into[j] += left * x[j];
                    }
                }
            }
        }
        for (int i = 0; i < width; i++) {
            normal[i][i] += penalty * total + 1e-9;
        }
        return new Line(mean, deviation, Cholesky.solve(normal, right), constant);
    }

    private static void moments(
            TrainingRows rows, double[] mean, double[] deviation, boolean[] used) {
        int width = rows.width();
        double[] square = new double[width];
        int[] count = new int[width];
        for (int row = 0; row < rows.size(); row++) {
            for (int i = 0; i < width; i++) {
                double value = rows.values()[row * width + i];
                if (!Double.isNaN(value)) {
                    mean[i] += value;
                    square[i] += value * value;
                    count[i]++;
                }
            }
        }
        for (int i = 0; i < width; i++) {
            mean[i] = count[i] == 0 ? 0 : mean[i] / count[i];
            double variance = count[i] == 0 ? 0 : square[i] / count[i] - mean[i] * mean[i];
            double spread = Math.sqrt(Math.max(0, variance));
            deviation[i] = used[i] && spread > LEAST_DEVIATION ? spread : Double.POSITIVE_INFINITY;
        }
    }

    private static void standardise(
            float[] values, int at, double[] mean, double[] deviation, double[] out) {
        for (int i = 0; i < out.length; i++) {
            double value = values[at + i];
            double x = Double.isNaN(value) ? 0 : (value - mean[i]) / deviation[i];
            out[i] = Math.clamp(x, -REACH, REACH);
        }
    }

    private static double[] drawnIn(TrainingRows rows) {
        double[] targets = new double[rows.size()];
        for (int row = 0; row < targets.length; row++) {
            targets[row] = rows.targets()[row];
        }
        double[] sorted = targets.clone();
        Arrays.sort(sorted);
        double middle = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        double spread = 0;
        for (double target : targets) {
            spread += Math.abs(target - middle) / targets.length;
        }
        for (int row = 0; row < targets.length; row++) {
            targets[row] =
                    Math.clamp(targets[row], middle - REACH * spread, middle + REACH * spread);
        }
        return targets;
    }

    /** What the line says of a row of features at an index. */
    double say(float[] values, int at) {
        double said = constant;
        for (int i = 0; i < width; i++) {
            double value = values[at + i];
            if (!Double.isNaN(value)) {
                said += slope[i] * Math.clamp((value - mean[i]) / deviation[i], -REACH, REACH);
            }
        }
        return said;
    }

    /** What each feature of a row adds; the last slot is what is said of none. */
    double[] parts(float[] row) {
        double[] parts = new double[width + 1];
        parts[width] = constant;
        for (int i = 0; i < width; i++) {
            double x = (row[i] - mean[i]) / deviation[i];
            parts[i] = Double.isNaN(x) ? 0 : slope[i] * Math.clamp(x, -REACH, REACH);
        }
        return parts;
    }

    void write(DataOutput out) throws IOException {
        Numbers.write(mean, out);
        Numbers.write(deviation, out);
        Numbers.write(slope, out);
        out.writeDouble(constant);
    }

    /** Reads what {@link #write} wrote. */
    static Line read(DataInput in) throws IOException {
        double[] mean = Numbers.doubles(in);
        double[] deviation = Numbers.doubles(in);
        double[] slope = Numbers.doubles(in);
        if (deviation.length != mean.length || slope.length != mean.length) {
            throw new IOException(
                    "a line of %d, %d and %d numbers"
                            .formatted(mean.length, deviation.length, slope.length));
        }
        return new Line(mean, deviation, slope, in.readDouble());
    }
}

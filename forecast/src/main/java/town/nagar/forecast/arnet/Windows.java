package town.nagar.forecast.arnet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.stream.IntStream;

/** Windows over a scaled series: the last values up to an origin, and what came after it. */
final class Windows {
    private final ArNetSettings settings;
    private final int width;
    private final float[] series;
    private final float[] known;

    Windows(double[] values, double[][] covariates, Scales scales, KnownAhead ahead) {
        this.settings = ahead.settings();
        this.width = ahead.width();
        this.series = new float[values.length];
        this.known = new float[values.length * width];
        for (int step = 0; step < values.length; step++) {
            series[step] = scales.series().scaled(values[step]);
            double[] row = covariates.length == 0 ? new double[0] : covariates[step];
            ahead.write(step, scales.scaled(row), known, step * width);
        }
    }

    /** Origins from {@code from} to before {@code to} whose whole window is numbers. */
    int[] whole(int from, int to) {
        return IntStream.range(from, to).filter(this::isWhole).toArray();
    }

    private boolean isWhole(int origin) {
        int first = origin - settings.lags() + 1;
        int last = origin + settings.horizon();
        if (first < 0 || last >= series.length) {
            return false;
        }
        boolean whole = true;
        for (int step = first; step <= last; step++) {
            whole &= Float.isFinite(series[step]);
        }
        for (int i = (origin + 1) * width; i < (last + 1) * width; i++) {
            whole &= Float.isFinite(known[i]);
        }
        return whole;
    }

    /** Lags, oldest first; then what is known of each step ahead. */
    NDList inputs(NDManager manager, int[] origins) {
        int lags = settings.lags();
        int ahead = settings.horizon() * width;
        float[] read = new float[origins.length * lags];
        float[] foreseen = new float[origins.length * ahead];
        for (int i = 0; i < origins.length; i++) {
            System.arraycopy(series, origins[i] - lags + 1, read, i * lags, lags);
            System.arraycopy(known, (origins[i] + 1) * width, foreseen, i * ahead, ahead);
        }
        Shape known = new Shape(origins.length, settings.horizon(), width);
        return new NDList(
                array(manager, read, new Shape(origins.length, lags)),
                array(manager, foreseen, known));
    }

    NDArray wanted(NDManager manager, int[] origins) {
        int horizon = settings.horizon();
        float[] wanted = new float[origins.length * horizon];
        for (int i = 0; i < origins.length; i++) {
            System.arraycopy(series, origins[i] + 1, wanted, i * horizon, horizon);
        }
        return array(manager, wanted, new Shape(origins.length, horizon));
    }

    private static NDArray array(NDManager manager, float[] values, Shape shape) {
        return manager.create(FloatBuffer.wrap(values), shape, DataType.FLOAT32);
    }
}

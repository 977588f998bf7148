package town.nagar.forecast.model;

import java.util.Arrays;
import java.util.SplittableRandom;
import town.nagar.forecast.feature.FeatureSet;

/**
 * Rows to learn from: features as they were at past origins, and what then came.
 *
 * <p>Targets are in units of the series' scale. Where squared errors count, a row weighs as its
 * scale over the rows' mean scale, since an error in the series' own unit does.
 */
final class TrainingRows {
    private static final double OTHER_PHASES = 0.5;
    private static final double MINUTES_A_DAY = 1440;

    private final int width;
    private float[] values = new float[1 << 16];
    private float[] targets = new float[1 << 10];
    private float[] weights = new float[1 << 10];
    private int[] steps = new int[1 << 10];
    private int size;
    private double totalSize;

    private TrainingRows(int width) {
        this.width = width;
    }

    /**
     * Rows of a band of steps ahead, chosen by chance if there are more than wanted.
     *
     * <p>Origins on the problem's phases come first; the others fill up to half of what is wanted.
     *
     * @param end no value there or later is read
     * @param from first step ahead, 0 for the origin's own time
     * @param to last step ahead
     * @param most rows, about
     */
    static TrainingRows of(Problem problem, int end, int from, int to, int most) {
        FeatureSet features = problem.features();
        int first = features.firstOrigin();
        double origins = Math.max(0, end - from - first);
        double share = share(problem, first, end);
        double cells = (double) (to - from + 1) * problem.panel().size();
        double asked = Math.min(1, most / Math.max(1, origins * share * cells));
        double wanted = most * OTHER_PHASES - asked * origins * share * cells;
        double others =
                share >= 1
                        ? 0
                        : Math.clamp(wanted / Math.max(1, origins * (1 - share) * cells), 0, 1);
        var random = new SplittableRandom(problem.seed() * 31 + from);
        var rows = new TrainingRows(features.names().size());
        for (int origin = first; origin < end - from; origin++) {
            boolean onPhase = problem.phases().holds(origin);
            double chance = onPhase ? asked : others;
            for (int series = 0; series < problem.panel().size(); series++) {
                for (int step = from; step <= to && origin + step < end; step++) {
                    if (chance >= 1 || random.nextDouble() < chance) {
                        rows.add(problem, end, series, origin, step, onPhase);
                    }
                }
            }
        }
        rows.trim();
        return rows;
    }

    private static double share(Problem problem, int first, int end) {
        int held = 0;
        for (int origin = first; origin < end; origin++) {
            held += problem.phases().holds(origin) ? 1 : 0;
        }
        return held / Math.max(1.0, end - first);
    }

    private void add(Problem problem, int end, int series, int origin, int step, boolean onPhase) {
        FeatureSet features = problem.features();
        int target = origin + step;
        double value = problem.panel().at(series, target);
        double base = features.base(series, origin, target);
        double scale = features.scale(series, origin);
        double distance = (value - base) / scale;
        if (Double.isNaN(distance)) {
            return;
        }
        grow();
        features.write(series, origin, target, values, size * width);
        targets[size] = (float) distance;
        steps[size] = step;
        double counts = problem.taste().loss() == Taste.Loss.SQUARED ? scale : 1;
        totalSize += counts;
        weights[size] =
                (float) (counts * weight(problem, end - origin) * (onPhase ? 1 : OTHER_PHASES));
        size++;
    }

    private static double weight(Problem problem, int age) {
        var step = problem.panel().grid().step();
        double days =
                step.minutes() > 0
                        ? age * step.minutes() / MINUTES_A_DAY
                        : age * step.months() * 30.4;
        return StrictMath.pow(0.5, days / problem.taste().halfLifeDays());
    }

    private void grow() {
        if ((size + 1) * width > values.length) {
            values = Arrays.copyOf(values, Math.max((size + 1) * width, values.length * 3 / 2));
        }
        if (size + 1 > targets.length) {
            int longer = targets.length * 3 / 2;
            targets = Arrays.copyOf(targets, longer);
            weights = Arrays.copyOf(weights, longer);
            steps = Arrays.copyOf(steps, longer);
        }
    }

    private void trim() {
        values = Arrays.copyOf(values, size * width);
        targets = Arrays.copyOf(targets, size);
        weights = Arrays.copyOf(weights, size);
        steps = Arrays.copyOf(steps, size);
        for (int row = 0; row < size; row++) {
            weights[row] *= (float) (size / totalSize);
        }
    }

    int size() {
        return size;
    }

    int width() {
        return width;
    }

    float[] values() {
        return values;
    }

    float[] targets() {
        return targets;
    }

    float[] weights() {
        return weights;
    }

    int step(int row) {
        return steps[row];
    }
}

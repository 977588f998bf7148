package town.nagar.forecast.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import town.nagar.forecast.explain.Explanation;
import town.nagar.forecast.feature.FeatureSet;

/**
 * One ridge regression a step ahead, over all series together; what it learnt it keeps, so that
 * what is built on it does not learn it anew.
 */
final class Ridge implements Forecaster {
    static final String NAME = "ridge";
    private static final int MOST_ROWS = 8_000;
    private static final double PENALTY = 0.01;
    private static final int MOST_KEPT = 32;

    /** Numbers that are names, of which no line is a function. */
    private static final List<String> NAMES = List.of("series", "horizon", "hour", "weekday");

    private final Map<Fit, Lines> learnt = new ConcurrentHashMap<>();

    /** What was learnt from. */
    private record Fit(Problem problem, int end) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Lines learn(Problem problem, int end) {
        if (learnt.size() >= MOST_KEPT) {
            learnt.clear();
        }
        return learnt.computeIfAbsent(
                new Fit(problem, end), fit -> fitted(fit.problem(), fit.end()));
    }

    private static Lines fitted(Problem problem, int end) {
        FeatureSet features = problem.features();
        boolean[] used = new boolean[features.names().size()];
        for (int i = 0; i < used.length; i++) {
            used[i] = !NAMES.contains(features.names().get(i));
        }
        int most = Math.min(MOST_ROWS, problem.taste().rows());
        Line[] lines = new Line[problem.horizon()];
        for (int step = 0; step < lines.length; step++) {
            TrainingRows rows = TrainingRows.of(problem, end, step, step, most);
            lines[step] = Line.fit(rows, PENALTY, used);
        }
        return new Lines(lines);
    }

    /** Reads what {@link Lines#write} wrote. */
    static Lines read(DataInput in) throws IOException {
        Line[] lines = new Line[Numbers.count(in)];
        for (int step = 0; step < lines.length; step++) {
            lines[step] = Line.read(in);
        }
        return new Lines(lines);
    }

    /** Fitted lines, one a step ahead. */
    static final class Lines implements Learnt {
        private final Line[] lines;

        private Lines(Line[] lines) {
            this.lines = lines;
        }

        @Override
        public String name() {
            return NAME;
        }

        /** The distance to the base, in units of scale, that a step's line says of a row. */
        double say(int step, float[] values, int at) {
            return lines[step].say(values, at);
        }

        /** What each feature of a row adds to that; the last slot is what is said of none. */
        double[] parts(int step, float[] row) {
            return lines[step].parts(row);
        }

        @Override
        public void forecast(FeatureSet features, int[] series, int origin, double[][] out) {
            float[] row = new float[features.names().size()];
            for (int i = 0; i < series.length; i++) {
                for (int step = 0; step < out[i].length; step++) {
                    features.write(series[i], origin, origin + step, row, 0);
                    out[i][step] =
                            features.base(series[i], origin, origin + step)
                                    + features.scale(series[i], origin) * lines[step].say(row, 0);
                }
            }
        }

        @Override
        public Optional<Explanation> explain(
                FeatureSet features, int series, int origin, int step) {
            float[] row = new float[features.names().size()];
            features.write(series, origin, origin + step, row, 0);
            return Optional.of(
                    Parts.of("linear", features, series, origin, step, parts(step, row)));
        }

        @Override
        public void write(DataOutput out) throws IOException {
            out.writeInt(lines.length);
            for (Line line : lines) {
                line.write(out);
            }
        }
    }
}

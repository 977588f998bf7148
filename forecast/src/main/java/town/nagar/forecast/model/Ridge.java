package town.nagar.forecast.model;

import java.util.List;
import town.nagar.forecast.feature.FeatureSet;

/** One ridge regression a step ahead, over all series together. */
final class Ridge implements Forecaster {
    private static final int MOST_ROWS = 8_000;
    private static final double PENALTY = 0.01;

    /** Numbers that are names, of which no line is a function. */
    private static final List<String> NAMES = List.of("series", "horizon", "hour", "weekday");

    @Override
    public String name() {
        return "ridge";
    }

    @Override
    public Lines fit(Problem problem, int end) {
        FeatureSet features = problem.features();
        boolean[] used = new boolean[features.names().size()];
        for (int i = 0; i < used.length; i++) {
            used[i] = !NAMES.contains(features.names().get(i));
        }
        Line[] lines = new Line[problem.horizon()];
        for (int step = 0; step < lines.length; step++) {
            TrainingRows rows = TrainingRows.of(problem, end, step, step, MOST_ROWS);
            lines[step] = Line.fit(rows, PENALTY, used);
        }
        return new Lines(features, lines);
    }

    /** Fitted lines, one a step ahead. */
    static final class Lines implements Fitted {
        private final FeatureSet features;
        private final Line[] lines;

        private Lines(FeatureSet features, Line[] lines) {
            this.features = features;
            this.lines = lines;
        }

        /** The distance to the base, in units of scale, that a step's line says of a row. */
        double say(int step, float[] values, int at) {
            return lines[step].say(values, at);
        }

        @Override
        public void forecast(int origin, double[][] out) {
            float[] row = new float[features.names().size()];
            for (int series = 0; series < out.length; series++) {
                for (int step = 0; step < lines.length; step++) {
                    features.write(series, origin, origin + step, row, 0);
                    out[series][step] =
                            features.base(series, origin, origin + step)
                                    + features.scale(series, origin) * lines[step].say(row, 0);
                }
            }
        }
    }
}

package town.nagar.forecast.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import town.nagar.forecast.feature.FeatureSet;

/**
 * A global gradient boosted model: one for all series, one for each band of steps ahead, with the
 * step as a feature; it learns the distance to the base, or what the ridge leaves of it.
 */
final class Boosted implements Forecaster {
    private static final int MOST_ROWS = 30_000;
    private static final int FEWEST_ROWS = 30;

    private final String name;
    private final boolean onRidge;

    private Boosted(String name, boolean onRidge) {
        this.name = name;
        this.onRidge = onRidge;
    }

    /** Trees on the base. */
    static Boosted plain() {
        return new Boosted("gbm", false);
    }

    /** Trees on the ridge's errors. */
    static Boosted onRidge() {
        return new Boosted("ridge-gbm", true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Fitted fit(Problem problem, int end) {
        Optional<Ridge.Lines> lines =
                onRidge ? Optional.of(new Ridge().fit(problem, end)) : Optional.empty();
        List<Band> bands = new ArrayList<>();
        for (int[] band : bands(problem)) {
            bands.add(band(problem, end, band[0], band[1], lines));
        }
        return new Forest(problem.features(), bands, lines);
    }

    /** First and last steps ahead of each band: an eighth of a cycle, a cycle, three, the rest. */
    static List<int[]> bands(Problem problem) {
        int cycle = Math.max(1, problem.features().seasons().cycle());
        int last = problem.horizon() - 1;
        List<int[]> bands = new ArrayList<>();
        int from = 0;
        for (int to : new int[] {cycle / 8 - 1, cycle - 1, 3 * cycle - 1, last}) {
            int end = Math.min(to, last);
            if (end >= from) {
                bands.add(new int[] {from, end});
                from = end + 1;
            }
        }
        return bands;
    }

    private static Band band(
            Problem problem, int end, int from, int to, Optional<Ridge.Lines> lines) {
        TrainingRows rows = TrainingRows.of(problem, end, from, to, MOST_ROWS);
        if (rows.size() < FEWEST_ROWS) {
            return new Band(from, to, Optional.empty());
        }
        float[] targets = rows.targets().clone();
        for (int row = 0; row < targets.length; row++) {
            int at = row * rows.width();
            int step = rows.step(row);
            float said =
                    (float) (double) lines.map(l -> l.say(step, rows.values(), at)).orElse(0.0);
            targets[row] -= said;
        }
        return new Band(
                from, to, Optional.of(Trees.fit(rows, targets, problem.taste(), problem.seed())));
    }

    /** Trees of the steps from one to another, both included; none if too little was known. */
    private static final class Band {
        private final int from;
        private final int to;
        private final Optional<Trees> trees;

        Band(int from, int to, Optional<Trees> trees) {
            this.from = from;
            this.to = to;
            this.trees = trees;
        }
    }

    private static final class Forest implements Fitted {
        private final FeatureSet features;
        private final List<Band> bands;
        private final Optional<Ridge.Lines> lines;

        Forest(FeatureSet features, List<Band> bands, Optional<Ridge.Lines> lines) {
            this.features = features;
            this.bands = bands;
            this.lines = lines;
        }

        @Override
        public void forecast(int origin, double[][] out) {
            for (Band band : bands) {
                forecast(band, origin, out);
            }
        }

        private void forecast(Band band, int origin, double[][] out) {
            int width = features.names().size();
            int steps = band.to - band.from + 1;
            float[] rows = new float[out.length * steps * width];
            for (int row = 0; row < out.length * steps; row++) {
                int target = origin + band.from + row % steps;
                features.write(row / steps, origin, target, rows, row * width);
            }
            float[] said =
                    band.trees
                            .map(t -> t.say(rows, out.length * steps, width))
                            .orElseGet(() -> new float[out.length * steps]);
            for (int row = 0; row < said.length; row++) {
                int series = row / steps;
                int step = band.from + row % steps;
                int at = row * width;
                double line = lines.map(l -> l.say(step, rows, at)).orElse(0.0);
                out[series][step] =
                        features.base(series, origin, origin + step)
                                + features.scale(series, origin) * (said[row] + line);
            }
        }

        @Override
        public void close() {
            bands.forEach(band -> band.trees.ifPresent(Trees::close));
        }
    }
}

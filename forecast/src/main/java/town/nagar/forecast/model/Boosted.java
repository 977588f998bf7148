package town.nagar.forecast.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import town.nagar.forecast.explain.Explanation;
import town.nagar.forecast.feature.FeatureSet;

/**
 * A global model of trees: one for all series, one for each band of steps ahead, with the step as a
 * feature; it learns the distance to the base, or what the ridge leaves of it.
 */
final class Boosted implements Forecaster {
    static final String PLAIN = "gbm";
    static final String ON_RIDGE = "ridge-gbm";
    static final String DOCUMENT = "xgb-document";
    static final String FOREST = "forest";
    private static final int FEWEST_ROWS = 30;

    private final String name;
    private final Optional<Ridge> ridge;
    private final boolean costly;
    private final Function<Taste, Growth> growth;

    private Boosted(
            String name, Optional<Ridge> ridge, boolean costly, Function<Taste, Growth> growth) {
        this.name = name;
        this.ridge = ridge;
        this.costly = costly;
        this.growth = growth;
    }

    /** Trees on the base. */
    static Boosted plain() {
        return new Boosted(PLAIN, Optional.empty(), false, Growth::of);
    }

    /** Trees on a ridge's errors. */
    static Boosted on(Ridge ridge) {
        return new Boosted(ON_RIDGE, Optional.of(ridge), false, Growth::of);
    }

    /** The design document's trees for pollutants, on the base. */
    static Boosted document() {
        return new Boosted(DOCUMENT, Optional.empty(), true, Growth::ofDocument);
    }

    /**
     * A random forest on the base.
     *
     * @param many whether there are rows enough for it to take long
     */
    static Boosted forest(boolean many) {
        return new Boosted(FOREST, Optional.empty(), many, Growth::ofForest);
    }

    @Override
    public boolean isCostly() {
        return costly;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Learnt learn(Problem problem, int end) {
        Optional<Ridge.Lines> lines = ridge.map(below -> below.learn(problem, end));
        List<Band> bands = new ArrayList<>();
        for (int[] band : bands(problem)) {
            bands.add(band(problem, end, band[0], band[1], lines));
        }
        return new Forest(name, bands, lines);
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

    private Band band(Problem problem, int end, int from, int to, Optional<Ridge.Lines> lines) {
        TrainingRows rows = TrainingRows.of(problem, end, from, to, problem.taste().rows());
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
                from,
                to,
                Optional.of(
                        Trees.fit(rows, targets, growth.apply(problem.taste()), problem.seed())));
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

    /** Reads what {@link Forest#write} wrote. */
    static Learnt read(String name, DataInput in) throws IOException {
        List<Band> bands = new ArrayList<>();
        for (int left = Numbers.count(in); left > 0; left--) {
            int from = in.readInt();
            int to = in.readInt();
            bands.add(
                    new Band(
                            from,
                            to,
                            in.readBoolean() ? Optional.of(Trees.read(in)) : Optional.empty()));
        }
        return new Forest(
                name, bands, in.readBoolean() ? Optional.of(Ridge.read(in)) : Optional.empty());
    }

    private static final class Forest implements Learnt {
        private final String name;
        private final List<Band> bands;
        private final Optional<Ridge.Lines> lines;

        Forest(String name, List<Band> bands, Optional<Ridge.Lines> lines) {
            this.name = name;
            this.bands = bands;
            this.lines = lines;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void forecast(FeatureSet features, int[] series, int origin, double[][] out) {
            for (Band band : bands) {
                if (series.length > 0 && band.from < out[0].length) {
                    forecast(band, features, series, origin, out);
                }
            }
        }

        private void forecast(
                Band band, FeatureSet features, int[] series, int origin, double[][] out) {
            int width = features.names().size();
            int steps = Math.min(band.to + 1, out[0].length) - band.from;
            float[] rows = new float[series.length * steps * width];
            for (int row = 0; row < series.length * steps; row++) {
                int target = origin + band.from + row % steps;
                features.write(series[row / steps], origin, target, rows, row * width);
            }
            float[] said =
                    band.trees
                            .map(t -> t.say(rows, series.length * steps, width))
                            .orElseGet(() -> new float[series.length * steps]);
            for (int row = 0; row < said.length; row++) {
                int one = series[row / steps];
                int step = band.from + row % steps;
                int at = row * width;
                double line = lines.map(l -> l.say(step, rows, at)).orElse(0.0);
                out[row / steps][step] =
                        features.base(one, origin, origin + step)
                                + features.scale(one, origin) * (said[row] + line);
            }
        }

        @Override
        public Optional<Explanation> explain(
                FeatureSet features, int series, int origin, int step) {
            float[] row = new float[features.names().size()];
            features.write(series, origin, origin + step, row, 0);
            double[] parts = new double[row.length + 1];
            bands.stream()
                    .filter(band -> band.from <= step && step <= band.to)
                    .flatMap(band -> band.trees.stream())
                    .forEach(trees -> Parts.add(trees.parts(row, features.names()), parts));
            lines.ifPresent(l -> Parts.add(l.parts(step, row), parts));
            return Optional.of(Parts.of("SHAP", features, series, origin, step, parts));
        }

        @Override
        public void write(DataOutput out) throws IOException {
            out.writeInt(bands.size());
            for (Band band : bands) {
                out.writeInt(band.from);
                out.writeInt(band.to);
                out.writeBoolean(band.trees.isPresent());
                if (band.trees.isPresent()) {
                    band.trees.get().write(out);
                }
            }
            out.writeBoolean(lines.isPresent());
            if (lines.isPresent()) {
                lines.get().write(out);
            }
        }

        @Override
        public void close() {
            bands.forEach(band -> band.trees.ifPresent(Trees::close));
        }
    }
}

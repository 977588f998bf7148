package town.nagar.forecast.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import town.nagar.forecast.arnet.ArNet;
import town.nagar.forecast.arnet.ArNetSettings;
import town.nagar.forecast.arnet.ArNetTraining;
import town.nagar.forecast.arnet.Cycle;
import town.nagar.forecast.feature.FeatureSet;
import town.nagar.forecast.feature.Seasons;
import town.nagar.forecast.series.TimeGrid;
import town.nagar.forecast.torch.PassSettings;

/**
 * An AR-Net for each series: a week of lags, all steps ahead at once, day and week as cycles, and
 * what goes along. It learns from the latest {@value #MOST_STEPS} steps.
 */
final class ArNetEach implements Forecaster {
    static final String NAME = "arnet";
    private static final int MOST_STEPS = 4_000;
    private static final int FEWEST_WINDOWS = 200;
    private static final int HIDDEN = 32;
    private static final int BENDS = 3;
    private static final int WAVES = 6;
    private static final PassSettings PASSES = new PassSettings(2e-3f, 64, 15, 3);

    private final PassSettings passes;

    /** As it is learnt in a few minutes. */
    ArNetEach() {
        this(PASSES);
    }

    /** As it is learnt with another effort. */
    ArNetEach(PassSettings passes) {
        this.passes = passes;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isCostly() {
        return true;
    }

    @Override
    public Learnt learn(Problem problem, int end) {
        Seasons seasons = problem.features().seasons();
        ArNetSettings settings =
                new ArNetSettings(
                        seasons.week(),
                        problem.horizon(),
                        HIDDEN,
                        BENDS,
                        List.of(
                                new Cycle(seasons.cycle(), WAVES),
                                new Cycle(seasons.week(), WAVES)),
                        passes);
        int first = Math.max(seasons.week(), end - MOST_STEPS);
        List<Optional<ArNet>> nets = new ArrayList<>();
        for (int series = 0; series < problem.panel().size(); series++) {
            nets.add(train(problem, series, first, end, settings));
        }
        return new Nets(settings.lags(), problem.panel().grid().at(first), nets);
    }

    private static Optional<ArNet> train(
            Problem problem, int series, int first, int end, ArNetSettings settings) {
        int windows = end - first - settings.lags() - settings.horizon();
        if (windows < FEWEST_WINDOWS + settings.horizon()) {
            return Optional.empty();
        }
        Gapless gapless = new Gapless(problem.features());
        double[] values = new double[end - first];
        double[][] along = new double[end - first][];
        for (int i = 0; i < values.length; i++) {
            values[i] = gapless.value(series, first + i);
            along[i] = gapless.along(series, first + i);
        }
        try {
            return Optional.of(
                    ArNetTraining.train(values, along, settings, problem.seed(), _ -> {}));
        } catch (IllegalArgumentException tooFewWholeWindows) {
            return Optional.empty();
        }
    }

    static Learnt read(DataInput in) throws IOException {
        int lags = Numbers.count(in);
        LocalDateTime first = LocalDateTime.parse(in.readUTF());
        return new Nets(lags, first, PerSeries.read(ArNet::read, in));
    }

    /** One net a series; none where too little was known. */
    private record Nets(int lags, LocalDateTime first, List<Optional<ArNet>> nets)
            implements Learnt {
        Nets {
            nets = List.copyOf(nets);
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public void forecast(FeatureSet features, int[] series, int origin, double[][] out) {
            Gapless gapless = new Gapless(features);
            for (int i = 0; i < series.length; i++) {
                double[] said = say(features, gapless, series[i], origin, out[i].length);
                System.arraycopy(said, 0, out[i], 0, out[i].length);
            }
        }

        private double[] say(
                FeatureSet features, Gapless gapless, int series, int origin, int steps) {
            double[] nothing = new double[steps];
            java.util.Arrays.fill(nothing, Double.NaN);
            double[] last = new double[lags];
            for (int lag = 0; lag < lags; lag++) {
                last[lag] = gapless.value(series, origin - lags + lag);
                if (Double.isNaN(last[lag])) {
                    return nothing;
                }
            }
            return nets.get(series)
                    .map(net ->
                            net.forecast(
                                    last,
                                    step(features, origin),
                                    ahead(net, gapless, series, origin)))
                    .orElse(nothing);
        }

        private static double[][] ahead(ArNet net, Gapless gapless, int series, int origin) {
            double[][] rows = new double[net.horizon()][];
            for (int step = 0; step < rows.length; step++) {
                rows[step] = gapless.along(series, origin + step);
            }
            return rows;
        }

        private long step(FeatureSet features, int origin) {
            TimeGrid grid = features.panel().grid();
            return grid.step().between(first, grid.at(origin - 1));
        }

        @Override
        public void write(DataOutput out) throws IOException {
            out.writeInt(lags);
            out.writeUTF(first.toString());
            PerSeries.write(nets, ArNet::write, out);
        }
    }
}

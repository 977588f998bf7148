package town.nagar.forecast.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import town.nagar.forecast.feature.FeatureSet;
import town.nagar.forecast.prophet.Effect;
import town.nagar.forecast.prophet.Prophet;
import town.nagar.forecast.prophet.ProphetModel;
import town.nagar.forecast.prophet.ProphetSettings;
import town.nagar.forecast.prophet.Regressor;
import town.nagar.forecast.prophet.Seasonality;
import town.nagar.forecast.series.TimeGrid;

/**
 * A Prophet model for each series: trend, year, month, week and day, and what goes along as
 * regressors, all multiplied, as the design document has it for water.
 *
 * <p>It learns from at most {@value #MOST_ROWS} values: all of the latest half of them, and before
 * that every so many.
 */
final class ProphetEach implements Forecaster {
    static final String NAME = "prophet";
    private static final int MOST_ROWS = 3_000;
    private static final int FEWEST_ROWS = 60;
    private static final double MINUTES_A_DAY = 1440;
    private static final double PRIOR_SCALE = 10;

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
        List<Optional<ProphetModel>> models = new ArrayList<>();
        for (int series = 0; series < problem.panel().size(); series++) {
            models.add(fit(problem.features(), series, end));
        }
        return new Fits(models);
    }

    private static Optional<ProphetModel> fit(FeatureSet features, int series, int end) {
        int[] rows = rows(features, series, end);
        if (rows.length < FEWEST_ROWS) {
            return Optional.empty();
        }
        double[] days = days(features.panel().grid(), rows);
        double[] values =
                Arrays.stream(rows).mapToDouble(row -> features.panel().at(series, row)).toArray();
        boolean flat = Arrays.stream(values).allMatch(value -> value == values[0]);
        double span = days[days.length - 1] - days[0];
        return flat
                ? Optional.empty()
                : Optional.of(
                        Prophet.fit(
                                days,
                                values,
                                regressors(features, series, rows),
                                settings(features).withSeasonsSeenTwice(span)));
    }

    /** Rows with a value, rising: every one lately, before that such that all hours are met. */
    private static int[] rows(FeatureSet features, int series, int end) {
        int[] known =
                IntStream.range(0, end)
                        .filter(row -> !Double.isNaN(features.panel().at(series, row)))
                        .toArray();
        int lately = Math.max(0, known.length - MOST_ROWS / 2);
        int every = 1;
        while (lately / every > MOST_ROWS / 2 || every % 2 == 0 || every % 3 == 0) {
            every++; // prime to the 24 hours of a day
        }
        int apart = every;
        return IntStream.range(0, known.length)
                .filter(place -> place >= lately || place % apart == 0)
                .map(place -> known[place])
                .toArray();
    }

    private static ProphetSettings settings(FeatureSet features) {
        Effect effect = Effect.MULTIPLIED;
        List<Seasonality> seasons = new ArrayList<>();
        seasons.add(Seasonality.yearly(effect));
        seasons.add(Seasonality.weekly(effect));
        seasons.add(new Seasonality("monthly", 30.5, 5, PRIOR_SCALE, effect));
        if (features.panel().grid().step().isWithinDay()) {
            seasons.add(Seasonality.daily(effect));
        }
        List<Regressor> regressors =
                Stream.concat(
                                features.covariates().names().stream().map(name -> "along " + name),
                                Stream.of("holiday"))
                        .map(name -> new Regressor(name, PRIOR_SCALE, effect))
                        .toList();
        return ProphetSettings.of(seasons, List.of(), regressors);
    }

    private static double[][] regressors(FeatureSet features, int series, int[] rows) {
        Gapless gapless = new Gapless(features);
        double[][] out = new double[gapless.width()][rows.length];
        for (int place = 0; place < out.length; place++) {
            for (int row = 0; row < rows.length; row++) {
                out[place][row] = gapless.along(place, series, rows[row]);
            }
        }
        return out;
    }

    private static double[] days(TimeGrid grid, int[] rows) {
        return Arrays.stream(rows)
                .mapToObj(grid::at)
                .mapToDouble(time ->
                        time.toLocalDate().toEpochDay()
                                + (time.getHour() * 60 + time.getMinute()) / MINUTES_A_DAY)
                .toArray();
    }

    static Learnt read(DataInput in) throws IOException {
        return new Fits(PerSeries.read(ProphetModel::read, in));
    }

    /** One model a series; none where too little was known. */
    private record Fits(List<Optional<ProphetModel>> models) implements Learnt {
        Fits {
            models = List.copyOf(models);
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public void forecast(FeatureSet features, int[] series, int origin, double[][] out) {
            for (int i = 0; i < series.length; i++) {
                int one = series[i];
                int[] rows = IntStream.range(origin, origin + out[i].length).toArray();
                double[] said =
                        models.get(one)
                                .map(model ->
                                        model.expected(
                                                days(features.panel().grid(), rows),
                                                regressors(features, one, rows)))
                                .orElseGet(() -> new double[0]);
                for (int step = 0; step < rows.length; step++) {
                    out[i][step] = said.length == 0 ? Double.NaN : said[step];
                }
            }
        }

        @Override
        public void write(DataOutput out) throws IOException {
            PerSeries.write(models, ProphetModel::write, out);
        }
    }
}

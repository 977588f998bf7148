package town.nagar.forecast.prophet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProphetTest {
    private static final double[][] NONE = {};
    private static final int DAYS = 730;
    private static final double NOISE = 2;

    private static double[] days(int from, int to) {
        return IntStream.range(from, to).mapToDouble(day -> day).toArray();
    }

    /** A line, a week of 10 %, a bend at day 300, a festival of 40, and noise. */
    private static double truth(double day) {
        double trend = 100 + 0.1 * day - 0.15 * Math.max(0, day - 300);
        double week = 1 + 0.1 * Math.sin(2 * Math.PI * day / 7);
        return trend * week + (isFestival(day) ? 40 : 0);
    }

    private static boolean isFestival(double day) {
        return (int) day % 50 == 10;
    }

    private static double[] noisy(double[] days, long seed) {
        Random random = new Random(seed);
        return Arrays.stream(days).map(day -> truth(day) + NOISE * random.nextGaussian()).toArray();
    }

    private static ProphetSettings settings() {
        List<Long> festivals =
                IntStream.range(0, 1000)
                        .filter(ProphetTest::isFestival)
                        .mapToObj(Long::valueOf)
                        .toList();
        return ProphetSettings.of(
                List.of(Seasonality.weekly(Effect.MULTIPLIED)),
                List.of(new Holiday("festival", festivals, 0, 0, 10, Effect.ADDED)),
                List.of());
    }

    @Test
    void whatTheSeriesWasMadeOfIsFound() {
        double[] days = days(0, DAYS);
        ProphetModel model = Prophet.fit(days, noisy(days, 1), NONE, settings());
        assertThat(model.noise()).isCloseTo(NOISE, within(0.2));
        double[] festival = model.partOf("festival", new double[] {10, 11, 760}, NONE);
        assertThat(festival[0]).isCloseTo(40, within(1.5));
        assertThat(festival[1]).isZero();
        assertThat(festival[2]).isEqualTo(festival[0], within(1e-9));
        double[] week = model.partOf("weekly", new double[] {401.75}, NONE);
        double share = Math.sin(2 * Math.PI * 401.75 / 7) / 10;
        assertThat(week[0] / model.trend(new double[] {401.75})[0]).isCloseTo(share, within(0.005));
        double[] trend = model.trend(new double[] {200, 700});
        assertThat(trend[0]).isCloseTo(120, within(1.5));
        assertThat(trend[1]).isCloseTo(110, within(1.5));
    }

    @Test
    void theNextMonthIsForetold() {
        double[] past = days(0, DAYS);
        double[] future = days(DAYS, DAYS + 30);
        ProphetModel model = Prophet.fit(past, noisy(past, 2), NONE, settings());
        double[] truth = Arrays.stream(future).map(ProphetTest::truth).toArray();
        assertThat(model.expected(future, NONE)).containsExactly(truth, within(4.0));
    }

    @Test
    void missingValuesAndOrderMakeNoDifference() {
        double[] days = days(0, 400);
        double[] values = noisy(days, 3);
        double[] holed = values.clone();
        IntStream.range(0, 400).filter(row -> row % 9 == 4).forEach(row -> holed[row] = Double.NaN);
        int[] kept = IntStream.range(0, 400).filter(row -> row % 9 != 4).toArray();
        int[] backwards =
                IntStream.range(0, kept.length).map(i -> kept[kept.length - 1 - i]).toArray();
        double[] daysLeft = Arrays.stream(backwards).mapToDouble(row -> days[row]).toArray();
        double[] valuesLeft = Arrays.stream(backwards).mapToDouble(row -> values[row]).toArray();
        ProphetModel withHoles = Prophet.fit(days, holed, NONE, settings());
        ProphetModel without = Prophet.fit(daysLeft, valuesLeft, NONE, settings());
        assertThat(withHoles.expected(days, NONE)).containsExactly(without.expected(days, NONE));
    }

    @Test
    void aRegressorsEffectIsFoundThoughItIsStandardised() {
        double[] days = days(0, 500);
        Random random = new Random(4);
        double[] warmth = Arrays.stream(days).map(_ -> 25 + 5 * random.nextGaussian()).toArray();
        double[] values =
                IntStream.range(0, 500)
                        .mapToDouble(row -> 200 + 3 * (warmth[row] - 25) + random.nextGaussian())
                        .toArray();
        Regressor regressor = new Regressor("temperature", 10, Effect.ADDED);
        ProphetSettings settings = ProphetSettings.of(List.of(), List.of(), List.of(regressor));
        ProphetModel model = Prophet.fit(days, values, new double[][] {warmth}, settings);
        double[] two = {100, 100};
        double[] effect = model.partOf("temperature", two, new double[][] {{25, 35}});
        assertThat(effect[1] - effect[0]).isCloseTo(30, within(0.5));
    }

    @Test
    void pathsHoldTheTruthAsOftenAsTheyShouldAndWidenWithTime() {
        double[] past = days(0, DAYS);
        double[] future = days(DAYS, DAYS + 200);
        ProphetModel model = Prophet.fit(past, noisy(past, 5), NONE, settings());
        double[][] paths = model.sample(future, NONE, 500, new Random(6));
        assertThat(spread(paths, 0)).isCloseTo(NOISE, within(0.5));
        assertThat(spread(paths, 199)).isGreaterThan(1.5 * spread(paths, 0));
        double[] expected = model.expected(future, NONE);
        assertThat(mean(paths, 50))
                .isCloseTo(expected[50], within(4 * spread(paths, 50) / Math.sqrt(500)));
    }

    private static double mean(double[][] paths, int row) {
        return Arrays.stream(paths).mapToDouble(path -> path[row]).average().orElseThrow();
    }

    private static double spread(double[][] paths, int row) {
        double mean = mean(paths, row);
        return Math.sqrt(
                Arrays.stream(paths)
                        .mapToDouble(path -> (path[row] - mean) * (path[row] - mean))
                        .average()
                        .orElseThrow());
    }

    @Test
    void theSameSeedGivesTheSamePaths() {
        double[] past = days(0, 200);
        ProphetModel model = Prophet.fit(past, noisy(past, 7), NONE, settings());
        double[] future = days(200, 230);
        assertThat(model.sample(future, NONE, 3, new Random(8)))
                .isDeepEqualTo(model.sample(future, NONE, 3, new Random(8)));
    }

    @Test
    void aModelReadBackForetellsTheSame() throws IOException {
        double[] past = days(0, 200);
        ProphetModel model = Prophet.fit(past, noisy(past, 9), NONE, settings());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        model.write(file);
        ProphetModel read = ProphetModel.read(new ByteArrayInputStream(file.toByteArray()));
        double[] future = days(200, 230);
        assertThat(read.expected(future, NONE)).containsExactly(model.expected(future, NONE));
        assertThat(read.noise()).isEqualTo(model.noise());
    }

    @Test
    void aModelFileCutShortIsRefused() throws IOException {
        double[] past = days(0, 100);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Prophet.fit(past, noisy(past, 9), NONE, settings()).write(file);
        byte[] half = Arrays.copyOf(file.toByteArray(), file.size() / 2);
        assertThatThrownBy(() -> ProphetModel.read(new ByteArrayInputStream(half)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(
                        () -> ProphetModel.read(new ByteArrayInputStream(new byte[] {0x7b, 0x7d})))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aSeriesThatCannotBeFittedIsRefused() {
        assertThatThrownBy(() ->
                        Prophet.fit(
                                new double[] {1, 2},
                                new double[] {3, Double.NaN},
                                NONE,
                                settings()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fewer than two times");
        assertThatThrownBy(() ->
                        Prophet.fit(
                                days(0, 3),
                                new double[] {1, Double.POSITIVE_INFINITY, 2},
                                NONE,
                                settings()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Infinity in row 1");
        assertThatThrownBy(() -> Prophet.fit(days(0, 3), days(0, 3), NONE, ProphetSettings.water()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSeasonSeenLessThanTwiceIsNotGuessed() {
        ProphetSettings water = ProphetSettings.water();
        assertThat(water.withSeasonsSeenTwice(730)).isEqualTo(water);
        assertThat(water.withSeasonsSeenTwice(90).seasonalities())
                .extracting(Seasonality::name)
                .containsExactly("weekly", "daily", "monthly");
        assertThat(water.withSeasonsSeenTwice(90).regressors()).isEqualTo(water.regressors());
    }

    @Test
    void twoPartsOfOneNameAreRefused() {
        Seasonality week = Seasonality.weekly(Effect.ADDED);
        assertThatThrownBy(() -> ProphetSettings.of(List.of(week, week), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weekly");
    }
}

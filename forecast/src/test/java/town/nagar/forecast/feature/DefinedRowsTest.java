package town.nagar.forecast.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import town.nagar.forecast.series.Covariates;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.series.Step;
import town.nagar.forecast.series.TimeGrid;

/** The rows that the shipped definitions give. */
class DefinedRowsTest {
    private static final int LENGTH = 60 * 24;

    @TempDir Path folder;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 6);
    }

    private static Panel panel(long seed, Step step, int length) {
        var random = new SplittableRandom(seed);
        double[][] values = new double[3][length];
        for (double[] one : values) {
            for (int i = 0; i < length; i++) {
                one[i] = random.nextInt(12) == 0 ? Double.NaN : 40 + 10 * random.nextGaussian();
            }
        }
        var grid = new TimeGrid(LocalDateTime.of(2024, 2, 20, 0, 0), step, length);
        return Panel.of(grid, List.of("a", "b", "c"), values);
    }

    private static boolean[] holidays(long seed, int length) {
        var random = new SplittableRandom(seed);
        boolean[] holidays = new boolean[length];
        for (int i = 0; i < length; i++) {
            holidays[i] = random.nextInt(9) == 0;
        }
        return holidays;
    }

    private Covariates weather(Panel panel, long seed) throws IOException {
        var random = new SplittableRandom(seed);
        StringBuilder csv = new StringBuilder("time,rain,wind\n");
        for (int i = 0; i < panel.length(); i++) {
            String rain = random.nextInt(5) == 0 ? "" : Integer.toString(random.nextInt(50));
            csv.append(panel.grid().at(i)).append(',').append(rain).append(',');
            csv.append(random.nextInt(30)).append('\n');
        }
        Path file = folder.resolve("weather.csv");
        Files.writeString(file, csv);
        return Covariates.read(file, panel);
    }

    private static void isAsByHand(FeatureSet set, int from, int until) {
        assertThat(set.names()).isEqualTo(PlainRow.names(set.covariates().names()));
        float[] row = new float[set.names().size()];
        for (int origin = from; origin < until; origin += 13) {
            for (int ahead = 0; ahead < 30 && origin + ahead < set.panel().length(); ahead += 7) {
                for (int series = 0; series < set.panel().size(); series++) {
                    set.write(series, origin, origin + ahead, row, 0);
                    assertThat(row).isEqualTo(PlainRow.of(set, series, origin, origin + ahead));
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ofHoursAreTheRowsWrittenByHand(long seed) throws IOException {
        Panel panel = panel(seed, Step.ofMinutes(60), LENGTH);
        Anchor anchor = Anchor.values()[(int) (seed % 3)];
        Covariates weather = weather(panel, seed);
        isAsByHand(
                new FeatureSet(panel, weather, holidays(seed, LENGTH), anchor),
                14 * 24 + 1,
                LENGTH);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ofDaysAndMonthsAreTheRowsWrittenByHand(long seed) {
        for (Step step : List.of(Step.ofMinutes(24 * 60), Step.ofMonths(1), Step.ofMonths(12))) {
            int length = step.months() == 12 ? 30 : 900;
            var set =
                    new FeatureSet(
                            panel(seed, step, length),
                            Covariates.none(),
                            holidays(seed, length),
                            Anchor.LAST);
            isAsByHand(set, Math.max(26, set.firstOrigin()), length);
        }
    }

    private static List<String> bits(
            Panel panel, Covariates weather, FeatureView view, int origin) {
        var set = new FeatureSet(panel, weather, holidays(3, panel.length()), Anchor.WEEK);
        Columns columns = set.columns(view.features());
        List<String> bits = new ArrayList<>(columns.names());
        float[] row = new float[columns.size()];
        for (int series = 0; series < panel.size(); series++) {
            for (int ahead : new int[] {0, 5}) {
                set.write(columns, series, origin, origin + ahead, row, 0);
                for (float value : row) {
                    bits.add(Integer.toHexString(Float.floatToRawIntBits(value)));
                }
            }
        }
        return bits;
    }

    private static FeatureView view(String name) {
        return Definitions.shipped().findView(name).orElseThrow();
    }

    private static Panel changedFrom(Panel panel, int from) {
        var random = new SplittableRandom(99);
        double[][] values = new double[panel.size()][];
        for (int series = 0; series < values.length; series++) {
            values[series] = panel.copy(series);
            for (int i = from; i < values[series].length; i++) {
                values[series][i] = 1000 * random.nextDouble();
            }
        }
        return Panel.of(panel.grid(), panel.names(), values);
    }

    @Test
    void trainingAndServingGiveTheSameBits() throws IOException {
        Panel all = panel(1, Step.ofMinutes(60), LENGTH);
        int origin = 50 * 24 + 7;
        Panel served = all.before(origin).reaching(LENGTH);
        FeatureView view = view("traffic_vehicle_count");
        Covariates weather = weather(all, 1);
        assertThat(bits(served, weather, view, origin)).isEqualTo(bits(all, weather, view, origin));
    }

    @Test
    void noFeatureSeesValuesAtOrAfterItsOrigin() throws IOException {
        Panel panel = panel(2, Step.ofMinutes(60), LENGTH);
        Covariates weather = weather(panel, 2);
        FeatureView view = view("traffic_vehicle_count");
        for (int origin : new int[] {20 * 24, 41 * 24 + 5}) {
            List<String> said = bits(panel, weather, view, origin);
            assertThat(bits(changedFrom(panel, origin), weather, view, origin)).isEqualTo(said);
            assertThat(bits(changedFrom(panel, origin - 1), weather, view, origin))
                    .isNotEqualTo(said);
        }
    }

    @Test
    void lagsWindowsAndInteractionsAreWhatTheirNamesSay() {
        Panel panel = panel(4, Step.ofMinutes(60), LENGTH);
        var set = new FeatureSet(panel, Covariates.none(), holidays(4, LENGTH), Anchor.WEEK);
        Columns columns = set.columns(view("traffic_vehicle_count").kept());
        float[] row = new float[columns.size()];
        int origin = 45 * 24 + 3;
        set.write(columns, 1, origin, origin, row, 0);
        double[] values = panel.copy(1);
        double[] day =
                Arrays.stream(values, origin - 24, origin)
                        .filter(value -> !Double.isNaN(value))
                        .toArray();
        assertThat(of("lag_1h", columns, row)).isEqualTo((float) values[origin - 1]);
        assertThat(of("lag_24h", columns, row)).isEqualTo((float) values[origin - 24]);
        assertThat(of("lag_7d", columns, row)).isEqualTo((float) values[origin - 168]);
        assertThat(of("rolling_min_24h", columns, row))
                .isEqualTo((float) Arrays.stream(day).min().orElseThrow());
        assertThat(of("rolling_max_24h", columns, row))
                .isEqualTo((float) Arrays.stream(day).max().orElseThrow());
        assertThat(of("rolling_mean_24h", columns, row))
                .isCloseTo(
                        (float) Arrays.stream(day).average().orElseThrow(),
                        org.assertj.core.data.Offset.offset(1e-4f));
        assertThat(of("holiday_x_hour_cos", columns, row))
                .isEqualTo(of("holiday", columns, row) * of("hour_cos", columns, row));
        assertThat(of("neighbours_x_anomaly", columns, row))
                .isEqualTo(of("neighbours_now", columns, row) * of("anomaly_lag_1", columns, row));
    }

    private static float of(String name, Columns columns, float[] row) {
        return row[columns.names().indexOf(name)];
    }

    @Test
    void aRowThatBreaksItsDefinitionIsTold() {
        double[][] nothing = new double[1][400];
        Arrays.fill(nothing[0], Double.NaN);
        var grid = new TimeGrid(LocalDateTime.of(2024, 2, 20, 0, 0), Step.ofMinutes(60), 400);
        var set =
                new FeatureSet(
                        Panel.of(grid, List.of("a"), nothing),
                        Covariates.none(),
                        new boolean[400],
                        Anchor.LAST);
        assertThat(set.complaint(0, 390)).hasValue("last is missing");
        var known =
                new FeatureSet(
                        panel(1, Step.ofMinutes(60), 400),
                        Covariates.none(),
                        new boolean[400],
                        Anchor.LAST);
        assertThat(known.complaint(0, 390)).isEmpty();
    }
}

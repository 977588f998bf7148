package town.nagar.engine.weather;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import town.nagar.engine.course.Steps;
import town.nagar.engine.random.Chance;
import town.nagar.engine.uncertainty.Workers;

/** The same seed and run give the same weather, in any order and on any number of threads. */
final class K05_SameBitsTest {
    private static final int RUNS = 40;
    private static final WeatherGenerator GENERATOR =
            WeatherGenerator.of(TownClimates.northGujarat());
    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);

    @ParameterizedTest
    @ValueSource(ints = {2, 7})
    void anyNumberOfThreadsGivesTheBitsOfOne(int threads) {
        assertThat(digests(threads)).containsExactly(digests(1));
    }

    private static long[] digests(int threads) {
        var digest = new long[RUNS];
        Workers.forEach(
                0,
                RUNS,
                threads,
                () -> {
                    var days = WeatherDays.from(FIRST, 30);
                    var hours = WeatherHours.of(days);
                    return run -> digest[run] = digest(run, days, hours);
                });
        return digest;
    }

    private static long digest(int run, WeatherDays days, WeatherHours hours) {
        GENERATOR.draw(Chance.of(11, run), 0, days, hours);
        double[][] columns = {
            days.rainMillimetres,
            days.maximumC,
            days.sunHours,
            hours.temperatureC,
            hours.windFromDegrees,
            hours.windMetresPerSecond,
            hours.mixingMetres
        };
        return Arrays.deepHashCode(columns) * 31L + Arrays.toString(hours.stability).hashCode();
    }

    @Test
    void runsPlacesAndSeedsHaveWeatherOfTheirOwn() {
        var days = WeatherDays.from(FIRST, 30);
        double[][] drawn = new double[4][];
        for (int n = 0; n < 4; n++) {
            GENERATOR.draw(Chance.of(n == 1 ? 12 : 11, n == 2 ? 1 : 0), n == 3 ? 1 : 0, days);
            drawn[n] = days.maximumC.clone();
        }
        assertThat(drawn[1]).isNotEqualTo(drawn[0]);
        assertThat(drawn[2]).isNotEqualTo(drawn[0]);
        assertThat(drawn[3]).isNotEqualTo(drawn[0]);
    }

    @Test
    void aLongerSpanBeginsWithTheShorter() {
        var month = WeatherDays.from(FIRST, 30);
        var year = WeatherDays.from(FIRST, 365);
        GENERATOR.draw(Chance.of(5, 0), 0, month);
        GENERATOR.draw(Chance.of(5, 0), 0, year);
        assertThat(Arrays.copyOf(year.rainMillimetres, 30)).isEqualTo(month.rainMillimetres);
        assertThat(Arrays.copyOf(year.maximumC, 30)).isEqualTo(month.maximumC);
    }

    @Test
    void drawingLeavesNoGarbage() {
        var days = WeatherDays.from(FIRST, 60);
        var hours = WeatherHours.of(days);
        var chance = Chance.of(1, 0);
        assertThat(Steps.leastGarbage(() -> GENERATOR.draw(chance, 0, days, hours)))
                .isEqualTo(Steps.leastGarbage(() -> {}));
    }
}

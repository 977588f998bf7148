package town.nagar.engine.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import town.nagar.engine.random.Chance;

/** Two hundred years of days against the climate they are drawn from. */
final class K02_DaysTest {
    private static final Climate CLIMATE = TownClimates.northGujarat();
    private static final int YEARS = 200;
    private static final WeatherDays DAYS = draw();

    private static WeatherDays draw() {
        var days = WeatherDays.from(LocalDate.of(1900, 1, 1), YEARS * 365 + 48);
        WeatherGenerator.of(CLIMATE).draw(Chance.of(1, 0), 0, days);
        return days;
    }

    private static double mean(int month, IntToDoubleFunction value) {
        double sum = 0;
        int count = 0;
        for (int day = 0; day < DAYS.count(); day++) {
            if (DAYS.month(day) == month) {
                sum += value.applyAsDouble(day);
                count++;
            }
        }
        return sum / count;
    }

    @Test
    void wetDaysAndSpellsAreTheClimates() {
        for (int month = 0; month < 12; month++) {
            MonthRain rain = CLIMATE.months().get(month).rain();
            double days = 30.4 * YEARS;
            double wet = mean(month, day -> DAYS.wet(day) ? 1 : 0);
            // a chain's mean varies (1 + r) / (1 - r) times as much as that of single days
            double r = rain.wetAfterWet() - rain.wetAfterDry();
            double share = rain.wetShare();
            double error = Math.sqrt(share * (1 - share) / days * (1 + r) / (1 - r));
            // the first days of a month remember the month before
            assertThat(wet).isCloseTo(share, within(4 * error + 0.02));
            assertAfter(month, rain.wetAfterWet(), true);
            assertAfter(month, rain.wetAfterDry(), false);
        }
    }

    private static void assertAfter(int month, double expected, boolean state) {
        int before = 0;
        int wet = 0;
        for (int day = 1; day < DAYS.count(); day++) {
            if (DAYS.month(day) == month && DAYS.wet(day - 1) == state) {
                before++;
                wet += DAYS.wet(day) ? 1 : 0;
            }
        }
        double error = Math.sqrt(expected * (1 - expected) / before);
        assertThat((double) wet / before).isCloseTo(expected, within(4 * error));
    }

    @Test
    void rainOfAWetDayHasTheMeanOfItsGamma() {
        for (int month = 5; month < 9; month++) {
            MonthRain rain = CLIMATE.months().get(month).rain();
            double expected = 2.5 + rain.shape() * rain.scaleMillimetres();
            int m = month;
            double sum = mean(m, DAYS::rainMillimetres) / mean(m, day -> DAYS.wet(day) ? 1 : 0);
            int wet = (int) (rain.wetShare() * 30 * YEARS);
            double error = Math.sqrt(rain.shape() / wet) * rain.scaleMillimetres();
            assertThat(sum).isCloseTo(expected, within(4 * error));
        }
    }

    @Test
    void aWetDayHasAtLeastWhatMakesItWet() {
        for (int day = 0; day < DAYS.count(); day++) {
            double rain = DAYS.rainMillimetres(day);
            assertThat(rain == 0 || rain >= 2.5).isTrue();
        }
    }

    @Test
    void temperaturesKeepTheMonthlyNormals() {
        double[] maximum = {28, 31.1, 36, 39.8, 41.5, 38.4, 33.4, 31.9, 34, 35.8, 32.9, 29.4};
        double[] minimum = {12.3, 14.7, 19.6, 24.2, 27.1, 27.5, 26.1, 25.3, 24.8, 21.7, 17.1, 13.3};
        for (int month = 0; month < 12; month++) {
            assertThat(mean(month, DAYS::maximumC)).isCloseTo(maximum[month], within(0.25));
            assertThat(mean(month, DAYS::minimumC)).isCloseTo(minimum[month], within(0.25));
        }
    }

    @Test
    void wetDaysAreCoolerAndDarker() {
        double[] sum = new double[4];
        int[] count = new int[2];
        for (int day = 0; day < DAYS.count(); day++) {
            if (DAYS.month(day) == 6) {
                int kind = DAYS.wet(day) ? 1 : 0;
                count[kind]++;
                sum[kind] += DAYS.maximumC(day);
                sum[2 + kind] += DAYS.sunHours(day);
            }
        }
        assertThat(sum[0] / count[0] - sum[1] / count[1]).isCloseTo(3, within(0.4));
        assertThat(sum[3] / count[1]).isLessThan(0.6 * sum[2] / count[0]);
    }

    @Test
    void theMaximumIsAboveTheMinimum() {
        for (int day = 0; day < DAYS.count(); day++) {
            assertThat(DAYS.maximumC(day)).isGreaterThanOrEqualTo(DAYS.minimumC(day) + 0.49);
            assertThat(DAYS.maximumC(day)).isBetween(5.0, 55.0);
        }
    }

    @Test
    void windHasTheMeanAndTheMemoryOfTheClimate() {
        double[] expected = {1.8, 1.9, 2.1, 2.4, 3.1, 3.4, 2.9, 2.4, 2.0, 1.5, 1.5, 1.7};
        var pairs = new Correlation();
        for (int month = 0; month < 12; month++) {
            assertThat(mean(month, DAYS::windMetresPerSecond))
                    .isCloseTo(expected[month], within(0.05 * expected[month]));
        }
        for (int day = 1; day < DAYS.count(); day++) {
            pairs.add(exponential(day), exponential(day - 1));
        }
        assertThat(pairs.value()).isCloseTo(0.45, within(0.02));
    }

    private static double exponential(int day) {
        MonthWind wind = CLIMATE.months().get(DAYS.month(day)).wind();
        return StrictMath.pow(
                DAYS.windMetresPerSecond(day) / wind.scaleMetresPerSecond(), wind.shape());
    }

    @Test
    void sunshineKeepsTheMonthlyNormals() {
        double[] expected = {9.3, 9.8, 9.0, 9.9, 10.6, 7.9, 4.2, 3.6, 7.4, 9.4, 9.1, 9.3};
        for (int month = 0; month < 12; month++) {
            assertThat(mean(month, DAYS::sunHours)).isCloseTo(expected[month], within(0.3));
        }
        for (int day = 0; day < DAYS.count(); day++) {
            assertThat(DAYS.sunHours(day)).isBetween(0.0, DAYS.daylightHours(day));
            assertThat(DAYS.solarMegajoulesPerM2(day)).isBetween(4.0, 33.0);
            assertThat(DAYS.vapourKpa(day)).isBetween(0.2, 5.5);
        }
    }
}

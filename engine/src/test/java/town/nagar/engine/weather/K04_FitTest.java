package town.nagar.engine.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import town.nagar.engine.random.Chance;

/** A climate is learnt back from the weather it made. */
final class K04_FitTest {
    private static final Climate CLIMATE = TownClimates.northGujarat();

    private static final class Columns {
        final long[] date;
        final double[] rain;
        final double[] maximum;
        final double[] minimum;
        final double[] wind;

        Columns(int years) {
            var days = WeatherDays.from(LocalDate.of(1950, 1, 1), years * 365 + years / 4);
            WeatherGenerator.of(CLIMATE).draw(Chance.of(9, 0), 0, days);
            int count = days.count();
            date = new long[count];
            rain = new double[count];
            maximum = new double[count];
            minimum = new double[count];
            wind = new double[count];
            for (int day = 0; day < count; day++) {
                date[day] = days.first().toEpochDay() + day;
                rain[day] = days.rainMillimetres(day);
                maximum[day] = days.maximumC(day);
                minimum[day] = days.minimumC(day);
                wind[day] = days.windMetresPerSecond(day);
            }
        }

        DailyHistory history() {
            return DailyHistory.of(date, rain, maximum, minimum, wind);
        }

        /** Only the days of these slots. */
        DailyHistory only(int[] slots) {
            return DailyHistory.of(
                    Arrays.stream(slots).mapToLong(slot -> date[slot]).toArray(),
                    Arrays.stream(slots).mapToDouble(slot -> rain[slot]).toArray(),
                    Arrays.stream(slots).mapToDouble(slot -> maximum[slot]).toArray(),
                    Arrays.stream(slots).mapToDouble(slot -> minimum[slot]).toArray(),
                    Arrays.stream(slots).mapToDouble(slot -> wind[slot]).toArray());
        }
    }

    @Test
    void aHundredYearsGiveTheClimateBack() {
        Climate fitted = WeatherFit.of(new Columns(100).history(), CLIMATE);
        for (int month = 0; month < 12; month++) {
            requireNear(fitted.months().get(month), CLIMATE.months().get(month));
        }
        Memory memory = fitted.memory();
        Memory known = CLIMATE.memory();
        assertThat(memory.together()).isCloseTo(known.together(), within(0.02));
        assertThat(memory.maximum()).isCloseTo(known.maximum(), within(0.02));
        assertThat(memory.minimum()).isCloseTo(known.minimum(), within(0.02));
        assertThat(memory.maximumAfterMinimum())
                .isCloseTo(known.maximumAfterMinimum(), within(0.02));
        assertThat(memory.minimumAfterMaximum())
                .isCloseTo(known.minimumAfterMaximum(), within(0.02));
        assertThat(memory.wind()).isCloseTo(known.wind(), within(0.03));
        assertThat(memory.direction()).isEqualTo(known.direction());
    }

    private static void requireNear(MonthClimate fitted, MonthClimate known) {
        double days = 3000;
        double wetDays = days * known.rain().wetShare();
        assertThat(fitted.rain().wetAfterDry())
                .isCloseTo(
                        known.rain().wetAfterDry(),
                        within(4 * error(known.rain().wetAfterDry(), days - wetDays)));
        assertThat(fitted.rain().wetAfterWet())
                .isCloseTo(
                        known.rain().wetAfterWet(),
                        within(4 * error(known.rain().wetAfterWet(), wetDays)));
        if (wetDays > 300) {
            assertThat(fitted.rain().shape()).isCloseTo(known.rain().shape(), within(0.1));
            assertThat(fitted.rain().shape() * fitted.rain().scaleMillimetres())
                    .isCloseTo(known.rain().shape() * known.rain().scaleMillimetres(), within(3.0));
            requireNear(fitted.temperature().wet(), known.temperature().wet(), 0.6);
        }
        requireNear(fitted.temperature().dry(), known.temperature().dry(), 0.35);
        assertThat(fitted.wind().shape()).isCloseTo(known.wind().shape(), within(0.2));
        assertThat(fitted.wind().scaleMetresPerSecond())
                .isCloseTo(known.wind().scaleMetresPerSecond(), within(0.15));
        assertThat(fitted.sky()).isEqualTo(known.sky());
        assertThat(fitted.wind().rose()).isEqualTo(known.wind().rose());
    }

    private static double error(double share, double days) {
        return Math.sqrt(share * (1 - share) / days);
    }

    private static void requireNear(
            MonthTemperature.Spread fitted, MonthTemperature.Spread known, double celsius) {
        assertThat(fitted.meanMaximumC()).isCloseTo(known.meanMaximumC(), within(celsius));
        assertThat(fitted.meanMinimumC()).isCloseTo(known.meanMinimumC(), within(celsius));
        assertThat(fitted.deviationMaximumC())
                .isCloseTo(known.deviationMaximumC(), within(celsius / 2));
        assertThat(fitted.deviationMinimumC())
                .isCloseTo(known.deviationMinimumC(), within(celsius / 2));
    }

    @Test
    void daysAcrossAGapAreNotNeighbours() {
        var columns = new Columns(12);
        int count = columns.date.length;
        int[] ninetyFivePercent = IntStream.range(0, count).filter(d -> d % 20 != 7).toArray();
        Climate whole = WeatherFit.of(columns.history(), CLIMATE);
        Climate gappy = WeatherFit.of(columns.only(ninetyFivePercent), CLIMATE);
        assertThat(gappy.months().get(6).rain().wetAfterWet())
                .isCloseTo(whole.months().get(6).rain().wetAfterWet(), within(0.03));
        assertThat(gappy.memory().maximum()).isCloseTo(whole.memory().maximum(), within(0.01));
    }

    @Test
    void aShortHistoryIsRefused() {
        var columns = new Columns(4);
        assertThatThrownBy(columns::history)
                .hasMessage("history of 1461 days; allowed are 5 years or more");
        assertThatThrownBy(() -> columns.only(new int[0])).hasMessageContaining("of 0 days");
    }

    @Test
    void aHistoryFullOfHolesIsRefused() {
        var columns = new Columns(8);
        int[] slots =
                IntStream.range(0, columns.date.length).filter(d -> d % 5 != 0 || d == 0).toArray();
        assertThatThrownBy(() -> columns.only(slots))
                .hasMessageContaining("of the 2922 days from 1950-01-01 to 1957-12-31")
                .hasMessageContaining("allowed are 90 % or more");
    }

    @Test
    void whatIsNotANumberIsNamedWithItsDate() {
        var columns = new Columns(6);
        columns.rain[40] = Double.NaN;
        assertThatThrownBy(columns::history)
                .hasMessage("1950-02-10: rain, mm is NaN; allowed are numbers from 0.0 to 2000.0");
        columns.rain[40] = 0;
        columns.minimum[41] = columns.maximum[41] + 1;
        assertThatThrownBy(columns::history).hasMessageContaining("1950-02-11: minimum, C");
        columns.minimum[41] = 10;
        columns.date[41] = columns.date[40];
        assertThatThrownBy(columns::history)
                .hasMessage("1950-02-10 follows 1950-02-10; allowed are dates that ascend");
        assertThatThrownBy(() ->
                        DailyHistory.of(
                                columns.date,
                                new double[3],
                                columns.maximum,
                                columns.minimum,
                                columns.wind))
                .hasMessage("rain of 3 days, but dates of 2191; allowed is one value a date");
    }

    @Test
    void aDesertOrAStuckGaugeIsRefused() {
        var columns = new Columns(6);
        Arrays.fill(columns.rain, 0);
        assertThatThrownBy(() -> WeatherFit.of(columns.history(), CLIMATE))
                .hasMessage("history has 0 wet days; allowed are 15 or more");
        for (int day = 0; day < columns.rain.length; day += 7) {
            columns.rain[day] = 10;
        }
        assertThatThrownBy(() -> WeatherFit.of(columns.history(), CLIMATE))
                .hasMessageContaining("rain that varies");
    }
}

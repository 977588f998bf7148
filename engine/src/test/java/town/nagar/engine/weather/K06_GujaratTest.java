package town.nagar.engine.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import town.nagar.engine.random.Chance;

/**
 * The shipped climate against the monthly rain of the meteorological subdivision "Gujarat Region",
 * 1961 to 2017 (IMD): {@code $NAGAR_DATA_FILES/agriculture} has the file, or the tests are left
 * out.
 *
 * <p>The subdivision reaches to the wet hills of the south, so that its totals are above those of
 * the plain around Ahmedabad; seasons and spread are compared more closely than amounts.
 */
final class K06_GujaratTest {
    private static final int YEARS = 200;
    private static final double[] MEASURED = new double[12];
    private static final double[] DRAWN = new double[12];
    private static double measuredVariation;
    private static double drawnVariation;

    @BeforeAll
    static void read() throws IOException {
        Path file =
                Path.of(System.getenv().getOrDefault("NAGAR_DATA_FILES", ""))
                        .resolve("agriculture/imd_rainfall_monthly.csv.gz");
        assumeTrue(Files.exists(file), "needs $NAGAR_DATA_FILES/agriculture");
        measuredVariation = average(measured(file), MEASURED);
        drawnVariation = average(drawn(), DRAWN);
    }

    private static List<double[]> measured(Path file) throws IOException {
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> line.split(",", -1))
                    .filter(field -> field[0].equals("Gujarat Region"))
                    .filter(field -> Integer.parseInt(field[1]) >= 1961)
                    .map(field ->
                            Arrays.stream(field, 2, 14).mapToDouble(Double::parseDouble).toArray())
                    .toList();
        }
    }

    private static List<double[]> drawn() {
        var days = WeatherDays.from(LocalDate.of(1900, 1, 1), YEARS * 365 + 48);
        WeatherGenerator.of(TownClimates.northGujarat()).draw(Chance.of(2, 0), 0, days);
        var years = new double[YEARS][12];
        for (int day = 0; day < days.count(); day++) {
            int year = days.first().plusDays(day).getYear() - 1900;
            years[year][days.month(day)] += days.rainMillimetres(day);
        }
        return List.of(years);
    }

    /** Writes the monthly means; the answer is the yearly totals' deviation over their mean. */
    private static double average(List<double[]> years, double[] months) {
        double[] total = years.stream().mapToDouble(y -> Arrays.stream(y).sum()).toArray();
        for (double[] year : years) {
            for (int month = 0; month < 12; month++) {
                months[month] += year[month] / years.size();
            }
        }
        double mean = Arrays.stream(total).average().orElseThrow();
        double squares = Arrays.stream(total).map(t -> (t - mean) * (t - mean)).sum();
        return Math.sqrt(squares / total.length) / mean;
    }

    private static double share(double[] months, int from, int until) {
        return Arrays.stream(months, from, until).sum() / Arrays.stream(months).sum();
    }

    @Test
    void theMonsoonHasTheShareOfTheYearThatWasMeasured() {
        assertThat(share(DRAWN, 5, 9)).isCloseTo(share(MEASURED, 5, 9), within(0.02));
    }

    @Test
    void eachMonthHasTheShareOfTheYearThatWasMeasured() {
        for (int month = 0; month < 12; month++) {
            assertThat(share(DRAWN, month, month + 1))
                    .isCloseTo(share(MEASURED, month, month + 1), within(0.05));
        }
    }

    @Test
    void thePlainIsDrierThanTheSubdivisionButNotByMuch() {
        assertThat(Arrays.stream(DRAWN).sum() / Arrays.stream(MEASURED).sum()).isBetween(0.75, 1.0);
    }

    /** A chain of days has no good and bad years but by chance: its years differ too little. */
    @Test
    void yearsDifferLessThanMeasuredOnes() {
        assertThat(drawnVariation).isBetween(0.5 * measuredVariation, measuredVariation);
    }
}

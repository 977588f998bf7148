package town.nagar.engine.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Purpose;

/** The parts that days are made of. */
final class K01_DrawsTest {
    private static final Purpose RAIN = new Purpose(7, "rain");
    private static final int DRAWS = 100_000;

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.6, 1, 2.5, 40})
    void gammaDrawsHaveTheMomentsOfTheirShape(double shape) {
        double[] drawn = gamma(shape);
        double mean = Arrays.stream(drawn).average().orElseThrow();
        double variance = Arrays.stream(drawn).map(x -> (x - mean) * (x - mean)).sum() / DRAWS;
        double fourth = 3 * shape * shape + 6 * shape; // central moment, for the error of variance
        assertThat(mean).isCloseTo(shape, within(4 * Math.sqrt(shape / DRAWS)));
        assertThat(variance)
                .isCloseTo(shape, within(4 * Math.sqrt((fourth - shape * shape) / DRAWS)));
    }

    /** Kolmogorov's distance against 1 - exp(-x), below the value passed once in 10,000. */
    @Test
    void gammaOfShapeOneIsExponential() {
        double[] drawn = gamma(1);
        Arrays.sort(drawn);
        double farthest = 0;
        for (int n = 0; n < DRAWS; n++) {
            double expected = -StrictMath.expm1(-drawn[n]);
            farthest = Math.max(farthest, Math.abs(expected - (n + 0.5) / DRAWS));
        }
        assertThat(farthest).isLessThan(2.23 / Math.sqrt(DRAWS));
    }

    /** Twice a gamma of shape 1/2 is the square of a normal: 0.454936 and 3.841459 (chi-square). */
    @Test
    void gammaOfShapeOneHalfIsHalfAChiSquare() {
        double[] drawn = gamma(0.5);
        Arrays.sort(drawn);
        assertThat(2 * drawn[DRAWS / 2]).isCloseTo(0.454936, within(0.015));
        assertThat(2 * drawn[(int) (0.95 * DRAWS)]).isCloseTo(3.841459, within(0.08));
    }

    private static double[] gamma(double shape) {
        var chance = Chance.of(20, 0);
        var drawn = new double[DRAWS];
        Arrays.setAll(drawn, step -> GammaDraw.of(shape, chance, 0, step, RAIN));
        return drawn;
    }

    @Test
    void theYearsCourseKeepsEachMonthsMean() {
        double[] mean = {28, 31.1, 36, 39.8, 41.5, 38.4, 33.4, 31.9, 34, 35.8, 32.9, 29.4};
        var curve = new MonthCurve(mean);
        for (int month = 0; month < 12; month++) {
            double sum = 0;
            for (int day = 0; day < 1000; day++) {
                sum += curve.value(month, (day + 0.5) / 1000 - 0.5);
            }
            assertThat(sum / 1000).isCloseTo(mean[month], within(1e-5));
        }
        assertThat(curve.value(3, 0.5)).isCloseTo(curve.value(4, -0.5), within(1e-12));
        assertThat(curve.value(11, 0.5)).isCloseTo(curve.value(0, -0.5), within(1e-12));
    }

    @Test
    void temperaturesCorrelateAsAsked() {
        var pair = TemperaturePair.of(0.633, 0.621, 0.674, 0.445, 0.563);
        var random = new Random(4);
        double maximum = 0;
        double minimum = 0;
        Correlation[] met = new Correlation[5];
        Arrays.setAll(met, n -> new Correlation());
        for (int day = 0; day < 400_000; day++) {
            double shock = random.nextGaussian();
            double above = pair.maximum(maximum, minimum, shock);
            double below = pair.minimum(maximum, minimum, shock, random.nextGaussian());
            met[0].add(above, below);
            met[1].add(above, maximum);
            met[2].add(below, minimum);
            met[3].add(above, minimum);
            met[4].add(below, maximum);
            maximum = above;
            minimum = below;
        }
        double[] asked = {0.633, 0.621, 0.674, 0.445, 0.563};
        for (int n = 0; n < asked.length; n++) {
            assertThat(met[n].value()).isCloseTo(asked[n], within(0.01));
        }
    }

    @Test
    void impossibleMonthsAreRefusedByName() {
        assertThatThrownBy(() -> new MonthRain(1.2, 0.5, 1, 1))
                .hasMessage(
                        "probability of wet after dry is 1.2; allowed are numbers from 0.0 to 1.0");
        assertThatThrownBy(() -> new MonthRain(0, 1, 1, 1)).hasMessageContaining("first day");
        assertThatThrownBy(() -> new MonthRain(0.1, 0.5, 1, Double.NaN))
                .hasMessageContaining("scale of rain, mm is NaN");
        assertThatThrownBy(() -> new MonthTemperature.Spread(20, 2, 21, 2))
                .hasMessageContaining("mean minimum, C is 21.0");
        assertThatThrownBy(() -> new MonthWind(2, 3, List.of(1.0)))
                .hasMessage("rose of 1 sectors; allowed are 16");
        assertThatThrownBy(() -> new MonthSky(1, 0.5, 1, 1)).hasMessageContaining("sunshine");
        assertThatThrownBy(() -> new Memory(0.9, -0.9, 0.9, 0.9, 0.9, 0.5, 0.5, 0.5))
                .hasMessageContaining("no process has these");
        assertThatThrownBy(() -> WeatherDays.from(LocalDate.EPOCH, 0))
                .hasMessage("0 days of weather; allowed are 1 to 1048576");
    }
}

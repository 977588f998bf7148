package town.nagar.forecast.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import town.nagar.forecast.series.Step;

/** The running sums against counting every value anew. */
class SeasonProfileTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    private static double plain(double[] value, int perDay, int target, int origin) {
        double sum = 0;
        int count = 0;
        for (int year = 1; year <= 4; year++) {
            for (int day = -15; day <= 15; day++) {
                int at = target + (day - 365 * year) * perDay;
                if (at >= 0 && at < origin && !Double.isNaN(value[at])) {
                    sum += value[at];
                    count++;
                }
            }
        }
        return count < 10 ? Double.NaN : sum / count;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void itIsTheMeanOfTheSameHourOfEarlierYears(long seed) {
        var random = new SplittableRandom(seed);
        int perDay = random.nextBoolean() ? 1 : 24;
        double[] value = new double[1000 * perDay];
        for (int i = 0; i < value.length; i++) {
            value[i] = random.nextInt(5) == 0 ? Double.NaN : random.nextDouble();
        }
        var profile = new SeasonProfile(value, Step.ofMinutes(1440 / perDay));
        for (int asked = 0; asked < 200; asked++) {
            int origin = 1 + random.nextInt(value.length - 1);
            int target = Math.min(value.length - 1, origin + random.nextInt(400 * perDay));
            double expected = plain(value, perDay, target, origin);
            double said = profile.at(target, origin);
            if (Double.isNaN(expected)) {
                assertThat(said).isNaN();
            } else {
                assertThat(said).isCloseTo(expected, within(1e-9));
            }
        }
    }
}

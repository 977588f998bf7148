package town.nagar.forecast.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kernel against the plainest way to say the same. */
class RollingTwinTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 30);
    }

    private static double[] values(SplittableRandom random) {
        double[] values = new double[1 + random.nextInt(80)];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(4) == 0 ? Double.NaN : random.nextInt(-20, 20);
        }
        return values;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void windowsAreAsIfCountedAnew(long seed) {
        var random = new SplittableRandom(seed);
        double[] values = values(random);
        int window = 1 + random.nextInt(12);
        double[] mean = Rolling.mean(values, window);
        double[] deviation = Rolling.deviation(values, window);
        double[] min = Rolling.min(values, window);
        double[] max = Rolling.max(values, window);
        for (int i = 0; i < values.length; i++) {
            double[] known =
                    Arrays.stream(values, Math.max(0, i - window + 1), i + 1)
                            .filter(value -> !Double.isNaN(value))
                            .toArray();
            if (known.length == 0) {
                assertThat(new double[] {mean[i], deviation[i], min[i], max[i]})
                        .containsOnly(Double.NaN);
            } else {
                DoubleSummaryStatistics said = Arrays.stream(known).summaryStatistics();
                double middle = said.getAverage();
                double square =
                        Arrays.stream(known)
                                .map(v -> (v - middle) * (v - middle))
                                .average()
                                .orElseThrow();
                assertThat(mean[i]).isCloseTo(middle, within(1e-9));
                assertThat(deviation[i]).isCloseTo(Math.sqrt(square), within(1e-6));
                assertThat(min[i]).isEqualTo(said.getMin());
                assertThat(max[i]).isEqualTo(said.getMax());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aProfileOfTheLeastShareIsTheMeanOfItsSlot(long seed) {
        var random = new SplittableRandom(seed);
        double[] values = values(random);
        boolean[] skipped = new boolean[values.length];
        for (int i = 0; i < skipped.length; i++) {
            skipped[i] = random.nextInt(5) == 0;
        }
        int season = 1 + random.nextInt(7);
        double[] profile = Rolling.profile(values, season, Double.MIN_VALUE, skipped);
        for (int i = 0; i < values.length; i++) {
            double sum = 0;
            int count = 0;
            for (int past = i % season; past <= i; past += season) {
                if (!Double.isNaN(values[past]) && !skipped[past]) {
                    sum += values[past];
                    count++;
                }
            }
            assertThat(profile[i]).isCloseTo(sum / count, within(1e-9));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theLatestLikeIndexIsBeforeTheOrigin(long seed) {
        var random = new SplittableRandom(seed);
        int season = 1 + random.nextInt(200);
        int origin = 1000 + random.nextInt(1000);
        int target = origin + random.nextInt(500);
        int latest = Seasons.latest(target, origin, season);
        assertThat(latest).isLessThan(origin).isGreaterThanOrEqualTo(origin - season);
        assertThat((target - latest) % season).isZero();
    }
}

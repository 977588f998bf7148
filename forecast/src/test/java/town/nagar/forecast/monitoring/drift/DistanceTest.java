package town.nagar.forecast.monitoring.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistanceTest {
    private static final double[] HUNDRED = IntStream.range(0, 100).mapToDouble(i -> i).toArray();

    /** By hand: the upper half twice, so that shares are 0 or 0.2 where 0.1 is expected. */
    @Test
    void theIndexOfTheUpperHalfIsWhatThePaperAndPencilGive() {
        double[] upper = IntStream.range(50, 100).mapToDouble(i -> i).toArray();
        double gone = 5 * (1e-4 - 0.1) * Math.log(1e-4 / 0.1);
        double doubled = 5 * (0.2 - 0.1) * Math.log(0.2 / 0.1);
        assertThat(Distance.psi(HUNDRED, upper)).isCloseTo(gone + doubled, within(1e-12));
        assertThat(Distance.ks(HUNDRED, upper)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void theSameValuesAreAtNoDistance() {
        assertThat(Distance.psi(HUNDRED, HUNDRED)).isZero();
        assertThat(Distance.ks(HUNDRED, HUNDRED)).isZero();
        double[] stuck = {7, 7, 7};
        assertThat(Distance.psi(stuck, stuck)).isZero();
        assertThat(Distance.ks(stuck, stuck)).isZero();
    }

    @Test
    void valuesThatDoNotOverlapAreAtTheLargestDistance() {
        double[] above = {1000, 1001};
        assertThat(Distance.ks(HUNDRED, above)).isEqualTo(1);
        assertThat(Distance.psi(HUNDRED, above)).isGreaterThan(8);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theStepByStepDistanceIsThatOfCountingAtEveryValue(long seed) {
        var random = new SplittableRandom(seed);
        double[] one = random.doubles(40).map(x -> Math.floor(20 * x)).sorted().toArray();
        double[] other = random.doubles(25).map(x -> Math.floor(25 * x)).sorted().toArray();
        double largest = 0;
        for (double value = -1; value < 30; value += 0.5) {
            largest = Math.max(largest, Math.abs(upTo(one, value) - upTo(other, value)));
        }
        assertThat(Distance.ks(one, other)).isCloseTo(largest, within(1e-12));
        assertThat(Distance.ks(other, one)).isCloseTo(largest, within(1e-12));
    }

    private static double upTo(double[] values, double value) {
        return (double) Arrays.stream(values).filter(each -> each <= value).count() / values.length;
    }
}

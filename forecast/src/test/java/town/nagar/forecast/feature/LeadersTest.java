package town.nagar.forecast.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import town.nagar.forecast.series.Step;

class LeadersTest {
    private static final Step DAYS = Step.ofMinutes(1440);
    private static final int LENGTH = 600;

    /** The first series, and second and third: the first a day later, and noise. */
    private static double[][] values() {
        var random = new SplittableRandom(8);
        double[][] values = new double[3][LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            values[0][i] = 100 + 10 * random.nextGaussian();
            values[1][i] = i == 0 ? 100 : values[0][i - 1] + random.nextGaussian();
            values[2][i] = 100 + 10 * random.nextGaussian();
        }
        return values;
    }

    private static double[][] leaders(double[][] values) {
        return Leaders.of(
                Arrays.stream(values)
                        .map(one -> new Signals(one, DAYS, new boolean[LENGTH]))
                        .toArray(Signals[]::new),
                DAYS);
    }

    @Test
    void theOneThatGoesAheadIsFollowed() {
        double[][] values = values();
        double[][] leaders = leaders(values);
        for (int i = 300; i < LENGTH - 1; i++) {
            boolean high = leaders[1][i] > 0.05;
            boolean low = leaders[1][i] < -0.05;
            if (high || low) {
                assertThat(values[1][i + 1] > 100).as("day %d", i + 1).isEqualTo(high);
            }
        }
    }

    @Test
    void nothingLaterIsSeen() {
        double[][] values = values();
        double[][] changed = values();
        for (double[] one : changed) {
            Arrays.fill(one, 400, LENGTH, 7);
        }
        double[][] said = leaders(values);
        double[][] other = leaders(changed);
        for (int series = 0; series < 3; series++) {
            assertThat(Arrays.copyOf(other[series], 400))
                    .containsExactly(Arrays.copyOf(said[series], 400));
        }
    }

    @Test
    void withoutEnoughPastThereAreNone() {
        assertThat(Arrays.copyOf(leaders(values())[1], 100)).containsOnly(Double.NaN);
    }
}

package town.nagar.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrustTest {
    private static double[] trusting(double[][] errors, int steps) {
        int[] origins = IntStream.range(0, errors[0].length).toArray();
        return new Trust(origins, steps, 0, Taste.Loss.ABSOLUTE, 0.5).weights(errors);
    }

    @Test
    void aModelThatIsClearlyBetterTakesAllFromTheTrustedOne() {
        var random = new SplittableRandom(4);
        double[][] errors = new double[2][400];
        for (int i = 0; i < 400; i++) {
            errors[0][i] = 5 * random.nextGaussian();
            errors[1][i] = random.nextGaussian() / 10;
        }
        assertThat(trusting(errors, 1)[1]).isGreaterThan(0.97);
    }

    @Test
    void aModelThatIsBetterByChanceAloneIsLeft() {
        var random = new SplittableRandom(5);
        double[][] errors = new double[2][400];
        for (int i = 0; i < 400; i++) {
            errors[0][i] = random.nextGaussian();
            errors[1][i] = errors[0][i] + random.nextGaussian() / 5;
        }
        assertThat(trusting(errors, 1)[0]).isGreaterThan(0.6);
    }

    @Test
    void ofFewTimesThoseThatAloneDidNotWorseShareAlike() {
        double[][] errors = {
            {2, -2, 2, -2, 2}, {1, -1, 1.1, -1, 1}, {-3, 3, -3, 3, -3}, {0.5, 0.5, 0.5, 0.5, 0.5}
        };
        assertThat(trusting(errors, 1)).containsExactly(0.5, 0.25, 0, 0.25);
    }

    @Test
    void ofFewTimesTheTrustedOneStaysAloneIfAllDidWorse() {
        double[][] errors = {{1, -1, 1, -1}, {2, -2, 2, -2}};
        assertThat(trusting(errors, 1)).containsExactly(1, 0);
    }

    @Test
    void forecastsThatOverlapAreFewTimes() {
        var random = new SplittableRandom(6);
        double[][] errors = new double[2][60];
        for (int i = 0; i < 60; i++) {
            errors[0][i] = 1 + random.nextDouble();
            errors[1][i] = random.nextDouble() / 10;
        }
        assertThat(trusting(errors, 30)).containsExactly(0.5, 0.5);
        assertThat(trusting(errors, 1)[1]).isGreaterThan(0.9);
    }
}

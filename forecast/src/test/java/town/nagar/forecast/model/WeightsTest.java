package town.nagar.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WeightsTest {
    @Test
    void ofAlikeModelsTheOneThatErredOtherwiseThanAllWeighsMost() {
        var random = new SplittableRandom(3);
        double[][] errors = new double[3][4000];
        for (int i = 0; i < 4000; i++) {
            double shared = random.nextGaussian();
            errors[0][i] = shared;
            errors[1][i] = 0.99 * shared + 0.1 * random.nextGaussian();
            errors[2][i] = random.nextGaussian();
        }
        double[] weights = Weights.of(errors, Taste.Loss.SQUARED);
        assertThat(weights[2]).isCloseTo(0.5, within(0.05));
        assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void aWeakModelIsLeftThoughItsErrorsAreItsOwn() {
        var random = new SplittableRandom(3);
        double[][] errors = new double[2][4000];
        for (int i = 0; i < 4000; i++) {
            errors[0][i] = random.nextGaussian();
            errors[1][i] = 2 * random.nextGaussian();
        }
        // the least variance is at w = 4 / (1 + 4)
        assertThat(Weights.of(errors, Taste.Loss.SQUARED)[0]).isGreaterThan(0.9);
    }

    @Test
    void alikeModelsWeighAlike() {
        double[][] errors = {{1, -1, 2, -2}, {1, -1, 2, -2}};
        assertThat(Weights.of(errors, Taste.Loss.ABSOLUTE)[0]).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aModelThatIsAlwaysWorseWeighsNothing() {
        double[][] errors = {{1, -1, 1, -1}, {5, -5, 5, -5}};
        assertThat(Weights.of(errors, Taste.Loss.ABSOLUTE)[0]).isGreaterThan(0.99);
    }

    @Test
    void withoutErrorsAllWeighAlike() {
        assertThat(Weights.of(new double[4][0], Taste.Loss.ABSOLUTE))
                .containsExactly(0.25, 0.25, 0.25, 0.25);
    }
}

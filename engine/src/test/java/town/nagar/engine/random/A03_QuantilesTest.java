package town.nagar.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import town.nagar.engine.course.Seeds;

/** Quantiles against tables, closed forms and the moments of many draws. */
final class A03_QuantilesTest {
    private static final Purpose DRAW = new Purpose(1, "draw");
    private static final int DRAWS = 200_000;

    /** The first three are the check values of AS 241, the rest SciPy 1.17 {@code norm.ppf}. */
    @ParameterizedTest
    @CsvSource({
        "0.25, -0.6744897501960817",
        "0.001, -3.090232306167814",
        "1e-20, -9.262340089798408",
        "0.5, 0",
        "0.3, -0.5244005127080409",
        "0.925, 1.4395314709384563",
        "0.975, 1.959963984540054",
        "0.01, -2.3263478740408408",
        "1e-300, -37.0470962993612"
    })
    void normalQuantilesAreTheTabulatedOnes(double u, double expected) {
        assertThat(Quantiles.normal(u, 0, 1)).isCloseTo(expected, within(5e-14));
    }

    @Test
    void theNormalQuantileIsShiftedAndStretched() {
        assertThat(Quantiles.normal(0.975, 10, 2)).isCloseTo(13.919927969080108, within(1e-13));
    }

    /** Counts as given by SciPy 1.17 {@code poisson.ppf}. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 3.5, 3",
        "0.2, 20, 16",
        "0.975, 100, 120",
        "1e-6, 700, 578",
        "0.01, 1000, 927",
        "0.999, 1e6, 1003092",
        "0.3, 0, 0"
    })
    void poissonQuantilesAreTheTabulatedOnes(double u, double mean, int expected) {
        assertThat(Quantiles.poisson(u, mean)).isEqualTo(expected);
    }

    @Test
    void theTwoWaysOfAddingUpPoissonMeetAtTheirSeam() {
        for (double u = 0.001; u < 1; u += 0.001) {
            assertThat(Quantiles.poisson(u, 600.0000001)).isEqualTo(Quantiles.poisson(u, 600));
        }
    }

    @Test
    void closedFormsHold() {
        assertThat(Quantiles.uniform(0.25, 4, 8)).isEqualTo(5);
        assertThat(Quantiles.exponential(0.5, 2)).isCloseTo(2 * Math.log(2), within(1e-15));
        assertThat(Quantiles.logNormal(0.5, 1, 3)).isCloseTo(Math.E, within(1e-15));
        assertThat(Quantiles.triangular(0.25, 0, 2, 4)).isCloseTo(Math.sqrt(2), within(1e-15));
        assertThat(Quantiles.triangular(0.5, 0, 0, 4)).isCloseTo(4 - Math.sqrt(8), within(1e-15));
        assertThat(Quantiles.triangular(0.25, 0, 4, 4)).isCloseTo(2, within(1e-15));
        assertThat(Quantiles.bernoulli(0.299, 0.3)).isTrue();
        assertThat(Quantiles.bernoulli(0.3, 0.3)).isFalse();
    }

    @Seeds(5)
    void manyDrawsHaveTheMomentsOfTheirDistribution(long seed) {
        requireMoments(seed, u -> Quantiles.uniform(u, 2, 8), 5, 3);
        requireMoments(seed, u -> Quantiles.normal(u, -3, 2), -3, 4);
        requireMoments(seed, u -> Quantiles.exponential(u, 2), 2, 4);
        requireMoments(seed, u -> Quantiles.triangular(u, 50, 90, 200), 340 / 3.0, 1005.5556);
        requireMoments(seed, u -> Quantiles.logNormal(u, 0, 0.5), 1.1331485, 0.3646959);
        requireMoments(seed, u -> Quantiles.poisson(u, 4.2), 4.2, 4.2);
        requireMoments(seed, u -> Quantiles.poisson(u, 2500), 2500, 2500);
        requireMoments(seed, u -> Quantiles.bernoulli(u, 0.3) ? 1 : 0, 0.3, 0.21);
    }

    private static void requireMoments(
            long seed, DoubleUnaryOperator quantile, double mean, double variance) {
        var draws = new double[DRAWS];
        Chance.of(seed, 0).uniforms(0, DRAW, draws);
        double sum = 0;
        double squares = 0;
        for (double u : draws) {
            double value = quantile.applyAsDouble(u);
            sum += value - mean;
            squares += (value - mean) * (value - mean);
        }
        assertThat(sum / DRAWS).isCloseTo(0, within(5 * Math.sqrt(variance / DRAWS)));
        assertThat(squares / DRAWS).isCloseTo(variance, within(0.03 * variance));
    }

    @Test
    void parametersThatMakeNoDistributionAreRefused() {
        assertThatThrownBy(() -> Quantiles.triangular(0.5, 3, 2, 4)).hasMessageContaining("ascend");
        assertThatThrownBy(() -> Quantiles.poisson(0.5, -1)).hasMessageContaining("mean -1.0");
        assertThatThrownBy(() -> Quantiles.poisson(0.5, Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Quantiles.normal(1, 0, 1)).hasMessageContaining("at 1.0");
    }
}

package town.nagar.engine.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Inputs as distributions. */
final class U01_DistributionTest {
    private static final List<Distribution> ALL =
            List.of(
                    new Distribution.Uniform(-2, 4),
                    new Distribution.Triangular(50, 120, 200),
                    new Distribution.Normal(10, 2),
                    new Distribution.LogNormal(0, 0.5));

    @Test
    void theMedianIsWhereHalfTheProbabilityLies() {
        assertThat(new Distribution.Uniform(-2, 4).quantile(0.5)).isEqualTo(1);
        assertThat(new Distribution.Triangular(0, 1, 2).quantile(0.5)).isEqualTo(1);
        assertThat(new Distribution.Normal(10, 2).quantile(0.5)).isEqualTo(10);
        assertThat(new Distribution.LogNormal(0, 0.5).quantile(0.5)).isEqualTo(1);
    }

    @Test
    void aDeviationAboveTheMeanLieEightyFourPercent() {
        double u = 0.8413447460685429;
        assertThat(new Distribution.Normal(10, 2).quantile(u)).isCloseTo(12, within(1e-12));
        assertThat(new Distribution.LogNormal(1, 0.5).quantile(u))
                .isCloseTo(StrictMath.exp(1.5), within(1e-12));
    }

    @Test
    void aQuantileNeverFallsAsItsShareGrows() {
        for (Distribution distribution : ALL) {
            for (int slice = 1; slice < 999; slice++) {
                assertThat(distribution.quantile((slice + 1) / 1000.0))
                        .isGreaterThan(distribution.quantile(slice / 1000.0));
            }
        }
    }

    @Test
    void boundedOnesTakeTheirEnds() {
        for (Distribution distribution : ALL.stream().filter(Distribution::bounded).toList()) {
            assertThat(distribution.quantile(0)).isIn(-2.0, 50.0);
            assertThat(distribution.quantile(1)).isIn(4.0, 200.0);
        }
    }

    @Test
    void whatIsNoDistributionIsRefused() {
        assertThatThrownBy(() -> new Distribution.Uniform(1, 1)).hasMessageContaining("ascend");
        assertThatThrownBy(() -> new Distribution.Uniform(Double.NaN, 1))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Distribution.Triangular(0, 3, 2))
                .hasMessageContaining("mode 3.0");
        assertThatThrownBy(() -> new Distribution.Normal(0, 0)).hasMessageContaining("positive");
        assertThatThrownBy(() -> new Distribution.LogNormal(0, -1)).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> new Factor(" ", new Distribution.Uniform(0, 1)))
                .hasMessageContaining("blank");
    }
}

package town.nagar.engine.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How wide an interval has to be. */
final class U03_IntervalsTest {
    /** As printed in every table of Student's distribution, two-sided. */
    @ParameterizedTest(name = "{0} at {1} degrees: {2}")
    @CsvSource({
        "0.95, 1, 12.706",
        "0.95, 2, 4.303",
        "0.95, 5, 2.571",
        "0.95, 15, 2.131",
        "0.95, 120, 1.980",
        "0.99, 10, 3.169",
        "0.90, 30, 1.697",
        "0.95, 1000000, 1.960"
    })
    void theReachIsThePrintedOne(double level, long degrees, double printed) {
        assertThat(StudentQuantile.twoSided(level, degrees)).isCloseTo(printed, within(5e-4));
    }

    /** Hyndman, Fan: Sample quantiles in statistical packages (1996), definition 7. */
    @Test
    void percentilesLieOnTheLineBetweenNeighbours() {
        double[] ascending = {1, 2, 4, 8};
        assertThat(Percentiles.of(ascending, 0)).isEqualTo(1);
        assertThat(Percentiles.of(ascending, 0.5)).isEqualTo(3);
        assertThat(Percentiles.of(ascending, 0.75)).isEqualTo(5);
        assertThat(Percentiles.of(ascending, 1)).isEqualTo(8);
        assertThat(Percentiles.middle(ascending, 0.5)).isEqualTo(new Interval(1.75, 5));
    }

    @Test
    void whatIsNoIntervalIsRefused() {
        assertThatThrownBy(() -> new Interval(2, 1)).hasMessageContaining("ascend");
        assertThatThrownBy(() -> Percentiles.of(new double[0], 0.5))
                .hasMessageContaining("0 values");
        assertThatThrownBy(() -> Percentiles.of(new double[] {1}, 1.5)).hasMessageContaining("1.5");
    }
}

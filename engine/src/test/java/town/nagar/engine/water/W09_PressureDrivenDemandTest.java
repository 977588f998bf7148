package town.nagar.engine.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users that get what the pressure allows. */
final class W09_PressureDrivenDemandTest {
    private static final String PRESSURE_DRIVEN =
            """
            [JUNCTIONS]
             j %s 20
            [RESERVOIRS]
             lake 50
            [PIPES]
             p lake j 10 500 130
            [OPTIONS]
             UNITS LPS
             HEADLOSS H-W
             ACCURACY 0.00001
             DEMAND MODEL PDA
             MINIMUM PRESSURE 5
             REQUIRED PRESSURE 25
             PRESSURE EXPONENT %s
            """;

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 1.5})
    void betweenTheLimitsWagnersLawHolds(double exponent) {
        Solved solved = Solved.of(PRESSURE_DRIVEN.formatted(35, exponent));
        double share = StrictMath.pow((solved.pressure("j") - 5) / 20, exponent);
        assertThat(share).isBetween(0.3, 0.75);
        assertThat(solved.demand(0, "j")).isCloseTo(20 * share, within(2e-3));
    }

    @Test
    void belowTheMinimumNobodyGetsAnything() {
        Solved solved = Solved.of(PRESSURE_DRIVEN.formatted(48, 0.5));
        assertThat(solved.demand(0, "j")).isCloseTo(0, within(1e-4));
    }

    @Test
    void aboveTheRequiredPressureAllGetWhatTheyWant() {
        Solved solved = Solved.of(PRESSURE_DRIVEN.formatted(10, 0.5));
        assertThat(solved.demand(0, "j")).isCloseTo(20, within(1e-4));
    }

    @Test
    void whatIsFedInDoesNotDependOnPressure() {
        Solved solved = Solved.of(PRESSURE_DRIVEN.formatted(48, 0.5).replace(" 20\n", " -20\n"));
        assertThat(solved.demand(0, "j")).isCloseTo(-20, within(1e-9));
    }
}

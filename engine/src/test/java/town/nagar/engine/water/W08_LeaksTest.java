package town.nagar.engine.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import town.nagar.engine.water.network.Emitter;

/** Openings to the air. */
final class W08_LeaksTest {
    private static final String LEAKY =
            """
            [JUNCTIONS]
             j 10 5
            [RESERVOIRS]
             lake %s
            [PIPES]
             p lake j 1000 300 130
            [EMITTERS]
             j 0.8
            [TIMES]
             DURATION 6:00
            [OPTIONS]
             UNITS LPS
             HEADLOSS H-W
             ACCURACY 0.00001
             EMITTER EXPONENT %s
            """;

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.9, 1.5})
    void anEmitterSpraysAPowerOfThePressure(double exponent) {
        Solved solved = Solved.of(LEAKY.formatted(50, exponent));
        double spray = 0.8 * StrictMath.pow(solved.pressure("j"), exponent);
        assertThat(spray).isGreaterThan(4);
        assertThat(solved.demand(0, "j") - 5).isCloseTo(spray, within(1e-3));
        assertThat(solved.flow("p")).isCloseTo(solved.demand(0, "j"), within(1e-3));
    }

    @Test
    void belowGroundWaterIsDrawnInUnlessThatIsForbidden() {
        String below = LEAKY.formatted(5, 0.5).replace("j 10 5", "j 10 0");
        assertThat(Solved.of(below).demand(0, "j")).isNegative();
        String forbidden = below + " BACKFLOW ALLOWED NO\n";
        assertThat(Solved.of(forbidden).demand(0, "j")).isCloseTo(0, within(1e-3));
    }

    @Test
    void aBurstOpensAndIsMendedAtItsTime() {
        String sound = LEAKY.formatted(50, 0.5).replace(" j 0.8", "");
        Leak burst = new Leak("j", Leak.hole(0.001), 5400, 4 * 3600);
        Solved solved = Solved.of(sound, burst);
        assertThat(solved.demand(1, "j")).isCloseTo(5, within(1e-9));
        double expected = 750 * 0.001 * Math.sqrt(2 * 9.81 * (solved.head(2, "j") - 10));
        assertThat(expected).isGreaterThan(15);
        assertThat(solved.demand(2, "j") - 5).isCloseTo(expected, within(1e-3));
        assertThat(solved.demand(4, "j")).isCloseTo(5, within(1e-9));
        assertThat(solved.results().solutions()).isEqualTo(8); // one more at 1:30
    }

    @Test
    void aCrackThatWidensLeaksWithTheOneAndAHalfthPower() {
        String sound = LEAKY.formatted(50, 0.5).replace(" j 0.8", "");
        Solved solved = Solved.of(sound, Leak.from("j", new Emitter(2e-5, 1.5), 0));
        double pressure = solved.pressure("j");
        assertThat(solved.demand(0, "j") - 5)
                .isCloseTo(0.02 * StrictMath.pow(pressure, 1.5), within(1e-3));
    }

    @Test
    void aLeakNowhereIsRefused() {
        assertThatThrownBy(() ->
                        Solved.of(
                                LEAKY.formatted(50, 0.5), Leak.from("nowhere", Leak.hole(0.1), 0)))
                .hasMessageContaining("there is no node nowhere");
    }
}

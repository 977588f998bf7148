package town.nagar.engine.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import town.nagar.engine.water.inp.InpException;

/** A pump lifts water from a lake to a tap that takes 40 litres a second. */
final class W03_PumpTest {
    private static final String PUMPED =
            """
            [JUNCTIONS]
             suction 0 0
             tap 0 40
            [RESERVOIRS]
             lake 10
            [PIPES]
             p lake suction 1 1000 130
            [PUMPS]
             pump suction tap %s
            [CURVES]
             one 50 30
             three 0 60
             three 50 45
             three 100 10
             many 0 60
             many 30 54
             many 60 40
             many 100 12
            [OPTIONS]
             UNITS LPS
             HEADLOSS H-W
             ACCURACY 0.00001
            """;

    private static double lift(String pump) {
        return Solved.of(PUMPED.formatted(pump)).head("tap") - 10;
    }

    @Test
    void onePointStandsForAParabolaWithAThirdMoreHeadAtRest() {
        assertThat(lift("HEAD one")).isCloseTo(40 - 10 * 0.8 * 0.8, within(1e-3));
    }

    @Test
    void threePointsStandForAPowerLawThroughThem() {
        double exponent = StrictMath.log(50.0 / 15) / StrictMath.log(2);
        double expected = 60 - 15 * StrictMath.pow(0.8, exponent);
        assertThat(lift("HEAD three")).isCloseTo(expected, within(1e-3));
    }

    @Test
    void manyPointsAreJoinedByStraightLines() {
        assertThat(lift("HEAD many")).isCloseTo(54 - 14 / 3.0, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({"one, 40, 10, 2", "three, 60, 15, 1.736965594166206"})
    void aSlowerPumpFollowsTheAffinityLaws(String curve, double h0, double fall, double exponent) {
        double speed = 0.9;
        double expected = speed * speed * (h0 - fall * StrictMath.pow(40 / speed / 50, exponent));
        assertThat(lift("HEAD " + curve + " SPEED 0.9")).isCloseTo(expected, within(1e-3));
    }

    @Test
    void aPumpOfConstantPowerLiftsPowerOverWeightOfFlow() {
        double expected = 8.814 * (15 / 0.7457) * 0.3048 * Math.pow(0.3048, 3) / 0.04;
        assertThat(expected).isCloseTo(15_000 / (9.81 * 998 * 0.04), within(0.2));
        assertThat(lift("POWER 15")).isCloseTo(expected, within(1e-3));
    }

    @Test
    void aPumpPastItsCurveIsNamed() {
        Solved solved = Solved.of(PUMPED.formatted("HEAD one").replace("tap 0 40", "tap 0 120"));
        assertThat(solved.warnings())
                .anyMatch(w -> w.contains("pump pump") && w.contains("120.00 is beyond its curve"));
    }

    @Test
    void aPumpThatCannotLiftHighEnoughDeliversNothingAndIsNamed() {
        Solved solved =
                Solved.of(
                        PUMPED.formatted("HEAD one")
                                .replace(" lake 10", " lake 10\n hill 80")
                                .replace("tap 0 40", "tap 0 0")
                                .replace("[PUMPS]", " down hill tap 100 300 130\n[PUMPS]"));
        assertThat(solved.flow("pump")).isZero();
        assertThat(solved.warnings()).anyMatch(w -> w.contains("pump pump: a lift of 70.00"));
    }

    @Test
    void aCurveWhoseHeadRisesIsRefusedWithItsLine() {
        assertThatThrownBy(
                        () -> Solved.of(PUMPED.formatted("HEAD three").replace("50 45", "50 65")))
                .isInstanceOf(InpException.class)
                .hasMessageContaining("test.inp, line 9: pump curve three: no law");
    }
}

package town.nagar.engine.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import town.nagar.engine.water.inp.InpException;

/** A lake, a valve between two junctions, and a tap behind it. */
final class W04_ValvesTest {
    private static final String VALVED =
            """
            [JUNCTIONS]
             before 0 0
             behind 0 30
            [RESERVOIRS]
             lake 60
            [PIPES]
             p lake before 1000 300 130
            [VALVES]
             v before behind 200 %s
            [CURVES]
             loss 0 0
             loss 20 4
             loss 40 16
            [OPTIONS]
             UNITS LPS
             HEADLOSS H-W
             ACCURACY 0.00001
            """;

    private static Solved with(String valve) {
        return Solved.of(VALVED.formatted(valve));
    }

    private static double drop(String valve) {
        Solved solved = with(valve);
        return solved.head("before") - solved.head("behind");
    }

    @Test
    void aReducerHoldsThePressureBehindIt() {
        assertThat(with("PRV 25").pressure("behind")).isCloseTo(25, within(1e-5));
        assertThat(with("PRV 25").flow("v")).isCloseTo(30, within(1e-4));
    }

    @Test
    void aReducerSetHigherThanThePressureStandsOpenAndIsNamed() {
        Solved solved = with("PRV 80");
        assertThat(solved.head("behind")).isCloseTo(solved.head("before"), within(1e-4));
        assertThat(solved.warnings())
                .anyMatch(w -> w.contains("valve v: the pressure at its outlet stays below"));
    }

    @Test
    void aReducerLetsNoWaterBack() {
        Solved solved =
                Solved.of(
                        VALVED.formatted("PRV 25")
                                .replace(" lake 60", " lake 60\n hill 70")
                                .replace("[VALVES]", " q hill behind 1000 300 130\n[VALVES]"));
        assertThat(solved.flow("v")).isZero();
        assertThat(solved.isOpen(0, "v")).isFalse();
    }

    @Test
    void aSustainerHoldsThePressureBeforeIt() {
        Solved solved =
                Solved.of(
                        VALVED.formatted("PSV 55")
                                .replace(" lake 60", " lake 60\n pond 20")
                                .replace("[VALVES]", " q behind pond 100 200 130\n[VALVES]"));
        assertThat(solved.pressure("before")).isCloseTo(55, within(1e-4));
        assertThat(solved.flow("v")).isPositive();
    }

    @Test
    void aFlowValveLetsPassNoMoreThanItsSetting() {
        String fed =
                VALVED.formatted("FCV 12")
                        .replace(" lake 60", " lake 60\n pond 20")
                        .replace("[VALVES]", " q behind pond 100 200 130\n[VALVES]");
        assertThat(Solved.of(fed).flow("v")).isCloseTo(12, within(1e-3));
        Solved wide = Solved.of(fed.replace("FCV 12", "FCV 900"));
        assertThat(wide.flow("v")).isBetween(100.0, 899.0);
        assertThat(wide.warnings()).anyMatch(w -> w.contains("valve v: less flows"));
    }

    @Test
    void aThrottleLosesItsCoefficientOfTheVelocityHead() {
        double velocity = 0.03 / (Math.PI * 0.2 * 0.2 / 4);
        assertThat(drop("TCV 40")).isCloseTo(40 * velocity * velocity / (2 * 9.81), within(2e-3));
    }

    @Test
    void aBreakerBreaksItsPressure() {
        assertThat(drop("PBV 8")).isCloseTo(8, within(1e-5));
    }

    @Test
    void aBreakerWhoseOpenValveLosesMoreIsAnOpenValve() {
        double velocity = 0.03 / (Math.PI * 0.2 * 0.2 / 4);
        assertThat(drop("PBV 1 60")).isCloseTo(60 * velocity * velocity / (2 * 9.81), within(3e-3));
    }

    @Test
    void aGeneralValveFollowsItsCurve() {
        assertThat(drop("GPV loss")).isCloseTo(10, within(1e-4));
    }

    @Test
    void aValveFixedOpenOrClosedHoldsNothing() {
        String open = VALVED.formatted("PRV 25") + "[STATUS]\n v OPEN\n";
        assertThat(Solved.of(open).pressure("behind")).isGreaterThan(55);
        Solved closed = Solved.of(VALVED.formatted("PRV 25") + "[STATUS]\n v CLOSED\n");
        assertThat(closed.flow("v")).isZero();
    }

    @Test
    void aReducerAtAReservoirIsRefused() {
        assertThatThrownBy(
                        () -> Solved.of(VALVED.formatted("PRV 25").replace("v before", "v lake")))
                .isInstanceOf(InpException.class)
                .hasMessageContaining("valve v: a PRV cannot be joined straight to a reservoir");
    }

    @Test
    void twoValvesCannotHoldTheSameNode() {
        assertThatThrownBy(() -> Solved.of(VALVED.formatted("PRV 25\n w before behind 200 PRV 30")))
                .hasMessageContaining("valve w: another valve already holds");
    }
}

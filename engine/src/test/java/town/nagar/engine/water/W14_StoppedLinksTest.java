package town.nagar.engine.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import town.nagar.engine.water.network.FileUnits;

/** Links that water would stop or turn back; the figures are those of EPANET 2.3.5. */
final class W14_StoppedLinksTest {
    @ParameterizedTest
    @ValueSource(strings = {"HEAD law", "HEAD line"})
    void waterDoesNotFlowBackThroughAPumpThatIsPushedAgainst(String pump) {
        Solved solved =
                Solved.of(
                        """
                        [JUNCTIONS]
                         low 150 0
                         tap 150 30
                         mid 130 80
                        [RESERVOIRS]
                         lake 158
                         hill 238
                        [PIPES]
                         p1 low tap 300 250 130
                         p2 hill tap 300 250 130
                         p3 tap mid 500 200 110
                        [PUMPS]
                         pump lake low %s
                        [CURVES]
                         law 0 26.67
                         law 100 16.25
                         law 159.98 0
                         line 0 26
                         line 50 24
                         line 100 16
                         line 160 1
                        [OPTIONS]
                         UNITS SI
                         HEADLOSS H-W
                        """
                                .formatted(pump));
        assertThat(solved.isOpen(0, "pump")).isFalse();
        assertThat(solved.head("low")).isCloseTo(232.409854, within(1e-3));
        assertThat(solved.head("mid")).isCloseTo(211.53866, within(1e-3));
        assertThat(solved.flow("p2")).isCloseTo(110.000069, within(1e-3));
    }

    /** In the file's gallons a minute and feet. */
    @ParameterizedTest
    @CsvSource({
        "1, 24.1905274, 193.531714",
        "10, 226.187756, 204.696209",
        "60, 890.850873, 293.87626"
    })
    void aPumpOfConstantPowerHelpsAsMuchAsItCan(String horsepower, double flow, double head) {
        Solved solved =
                Solved.of(
                        """
                        [JUNCTIONS]
                         a 0 0
                         b 0 0
                         c 15 300
                         d 15 200
                        [RESERVOIRS]
                         lake 30
                         hill 200
                        [PIPES]
                         p0 lake a 150 8 120
                         p1 b c 1200 6 120
                         p2 hill d 900 8 120
                         p3 c d 900 8 120
                        [PUMPS]
                         pump a b POWER %s
                        [OPTIONS]
                         UNITS GPM
                         TRIALS 200
                         ACCURACY 0.0001
                        """
                                .formatted(horsepower));
        FileUnits units = solved.network().units();
        double litresPerSecond = 1000 * units.flow().m3PerSecond();
        assertThat(solved.flow("pump") / litresPerSecond).isCloseTo(flow, within(1e-2));
        assertThat(solved.head("b") / units.lengthMetres()).isCloseTo(head, within(1e-2));
    }

    @Test
    void aPumpOfNextToNoPowerStops() {
        Solved solved =
                Solved.of(
                        """
                        [JUNCTIONS]
                         a 0 0
                         b 0 0
                         c 5 20
                         d 5 12
                        [PUMPS]
                         pump a b POWER 1e-9
                        [PIPES]
                         p0 lake a 50 200 120
                         p1 b c 400 150 120
                         p2 hill d 300 200 120
                         p3 c d 300 200 120
                        [RESERVOIRS]
                         lake 10
                         hill 60
                        [OPTIONS]
                         UNITS LPS
                         TRIALS 200
                         ACCURACY 0.0001
                        """);
        assertThat(solved.isOpen(0, "pump")).isFalse();
        assertThat(solved.head("b")).isCloseTo(57.2289726, within(1e-3));
    }

    @Test
    void aFlowValveThatLosesMoreWhenOpenIsOpen() {
        Solved solved =
                Solved.of(
                        """
                        [JUNCTIONS]
                         a 0 0
                         b 0 0
                        [VALVES]
                         v a b 100 FCV 60 100
                        [RESERVOIRS]
                         lake 20
                         pond 0
                        [PIPES]
                         p0 lake a 50 300 120
                         p1 b pond 50 300 120
                        [OPTIONS]
                         UNITS LPS
                         HEADLOSS H-W
                         ACCURACY 0.0001
                        """);
        assertThat(solved.flow("v")).isCloseTo(15.5533968, within(1e-3));
        assertThat(solved.head("b")).isCloseTo(0.0118729891, within(1e-3));
    }

    @Test
    void aTankFillsUntilItIsFull() {
        Solved solved =
                Solved.of(
                        """
                        [JUNCTIONS]
                         a 0 5
                        [RESERVOIRS]
                         lake 30
                        [TANKS]
                         t 20 4.9999 0 5 10
                        [PIPES]
                         p0 lake a 1000 200 120
                         p1 a t 100 150 120
                        [TIMES]
                         DURATION 2
                        [OPTIONS]
                         UNITS LPS
                         HEADLOSS H-W
                         ACCURACY 0.0001
                        """);
        assertThat(solved.flow(0, "p1")).isCloseTo(19.434, within(1e-2));
        assertThat(solved.head(1, "t")).isCloseTo(25, within(1e-9));
        assertThat(solved.flow(1, "p1")).isZero();
        assertThat(solved.head(1, "a")).isCloseTo(29.7907992, within(1e-4));
    }
}

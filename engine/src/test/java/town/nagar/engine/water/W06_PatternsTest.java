package town.nagar.engine.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Demands, pumps and reservoirs that follow the clock. */
final class W06_PatternsTest {
    private static final String DAY =
            """
            [JUNCTIONS]
             a 0 10
             b 0 10 twice
             c 0 99
             s 0 0
            [DEMANDS]
             c 4 twice ; homes
             c 6 ; shops
            [RESERVOIRS]
             lake 50 tide
            [PIPES]
             x lake a 100 300 130
             y a b 100 300 130
             z b c 100 300 130
             q c s 100 300 130
            [PATTERNS]
             1 1 0.5
             twice 2 4 6
             tide 1 1 1.1
            [TIMES]
             DURATION 4:00
             PATTERN START 1:00
            [OPTIONS]
             UNITS LPS
             HEADLOSS H-W
             DEMAND MULTIPLIER 2
            """;

    @Test
    void aDemandWithoutPatternFollowsTheUsualOne() {
        Solved solved = Solved.of(DAY);
        assertThat(solved.demand(0, "a")).isCloseTo(10, within(1e-9));
        assertThat(solved.demand(1, "a")).isCloseTo(20, within(1e-9));
    }

    @Test
    void aPatternBeginsAtItsStartAndThenAgain() {
        Solved solved = Solved.of(DAY);
        assertThat(solved.demand(0, "b")).isCloseTo(80, within(1e-9));
        assertThat(solved.demand(1, "b")).isCloseTo(120, within(1e-9));
        assertThat(solved.demand(2, "b")).isCloseTo(40, within(1e-9));
    }

    @Test
    void categoriesAddUpAndStandInForTheJunctionsOwnDemand() {
        assertThat(Solved.of(DAY).demand(0, "c")).isCloseTo(2 * (4 * 4 + 6 * 0.5), within(1e-9));
    }

    @Test
    void aReservoirMayRiseAndFall() {
        Solved solved = Solved.of(DAY);
        assertThat(solved.head(0, "lake")).isEqualTo(50);
        assertThat(solved.head(1, "lake")).isCloseTo(55, within(1e-9));
    }

    @Test
    void aPumpsSpeedMayFollowAPattern() {
        Solved solved =
                Solved.of(
                        DAY.replace(
                                        "[PATTERNS]",
                                        "[PUMPS]\n pump lake s HEAD h PATTERN runs\n[CURVES]\n h 300 90\n[PATTERNS]\n runs 0 1 0")
                                .replace("PATTERN START 1:00", "PATTERN START 0"));
        assertThat(solved.flow(0, "pump")).isZero();
        assertThat(solved.flow(1, "pump")).isPositive();
        assertThat(solved.flow(2, "pump")).isZero();
    }
}

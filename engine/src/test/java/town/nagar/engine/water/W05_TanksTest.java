package town.nagar.engine.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A tank of 100 square metres that is filled or drained by 10 litres a second: 0.36 m an hour. */
final class W05_TanksTest {
    /** Diameter of 100 square metres. */
    private static final double DIAMETER = Math.sqrt(400 / Math.PI);

    private static final String FILLED =
            """
            [JUNCTIONS]
             in 0 %s
            [RESERVOIRS]
             lake 90
            [TANKS]
             tank 20 2 1 4 %s 0 %s
            [PIPES]
             p in tank 10 300 130
             l lake in 100 300 130 0 CLOSED
            [CURVES]
             volume 0 0
             volume 2 200
             volume 4 800
            [TIMES]
             DURATION 12:00
            [OPTIONS]
             UNITS LPS
             HEADLOSS H-W
             ACCURACY 0.00001
            """;

    private static Solved filledBy(double litres) {
        return Solved.of(FILLED.formatted(-litres, DIAMETER, ""));
    }

    @Test
    void aTankRisesByWhatFlowsIn() {
        Solved solved = filledBy(10);
        assertThat(solved.head(1, "tank")).isCloseTo(22.36, within(1e-4));
        assertThat(solved.head(5, "tank")).isCloseTo(23.8, within(1e-4));
    }

    @Test
    void aFullTankTakesNoMore() {
        Solved solved = filledBy(10);
        assertThat(solved.head(6, "tank")).isCloseTo(24, within(1e-9)); // full after 5:33:20
        assertThat(solved.head(12, "tank")).isCloseTo(24, within(1e-9));
        assertThat(solved.isOpen(6, "p")).isFalse();
        assertThat(solved.results().solutions()).isEqualTo(14);
    }

    @Test
    void anEmptyTankGivesNoMore() {
        Solved solved = filledBy(-10);
        assertThat(solved.head(2, "tank")).isCloseTo(21.28, within(1e-4));
        assertThat(solved.head(3, "tank")).isCloseTo(21, within(1e-9)); // empty after 2:46:40
        assertThat(solved.isOpen(3, "p")).isFalse();
        assertThat(solved.warnings()).anyMatch(w -> w.contains("nodes in (closed links p, l)"));
    }

    @Test
    void aTankOfAnyFormFollowsItsCurve() {
        Solved solved = Solved.of(FILLED.formatted(-10, DIAMETER, "volume"));
        assertThat(solved.head(5, "tank")).isCloseTo(22 + 180.0 / 300, within(1e-4));
    }

    @Test
    void aTankThatMayOverflowKeepsTakingWater() {
        Solved solved = Solved.of(FILLED.formatted(-10, DIAMETER, "* YES"));
        assertThat(solved.head(8, "tank")).isCloseTo(24, within(1e-9));
        assertThat(solved.demand(8, "tank")).isCloseTo(10, within(1e-3));
    }

    @Test
    void whatIsHandedInHourByHourGivesTheSameLevels() {
        HydraulicSolver solver =
                new HydraulicSolver(Solved.network(FILLED.formatted(0, DIAMETER, "")));
        for (int hour = 0; hour < 3; hour++) {
            solver.advance(new double[] {-0.01}, 3600);
        }
        assertThat(solver.headMetres(2)).isCloseTo(22 + 1.08, within(1e-4));
        assertThat(solver.suppliedM3(2)).isCloseTo(108, within(1e-2));
        solver.reset();
        assertThat(solver.headMetres(2)).isEqualTo(22);
    }
}

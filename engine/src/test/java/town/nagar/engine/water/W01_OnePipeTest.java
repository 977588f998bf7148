package town.nagar.engine.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A reservoir, a pipe, a tap. */
final class W01_OnePipeTest {
    private static final String ONE_PIPE =
            """
            [JUNCTIONS]
             tap 10 50
            [RESERVOIRS]
             lake 100
            [PIPES]
             main lake tap 1000 300 130 %s
            [OPTIONS]
             UNITS LPS
             HEADLOSS %s
             ACCURACY 0.00001
            """;

    private static double hazenWilliams(
            double length, double metres, double c, double m3PerSecond) {
        return 10.667
                * length
                * StrictMath.pow(m3PerSecond / c, 1.852)
                / StrictMath.pow(metres, 4.871);
    }

    @Test
    void theTapGetsWhatIsAskedFor() {
        Solved solved = Solved.of(ONE_PIPE.formatted(0, "H-W"));
        assertThat(solved.flow("main")).isCloseTo(50, within(1e-9));
        assertThat(solved.demand(0, "lake")).isCloseTo(-50, within(1e-9));
    }

    @Test
    void hazenAndWilliamsTellTheHeadLost() {
        Solved solved = Solved.of(ONE_PIPE.formatted(0, "H-W"));
        double lost = hazenWilliams(1000, 0.3, 130, 0.05);
        assertThat(lost).isBetween(1.7, 1.8); // 1.77 m in the tables of hydraulics books
        assertThat(solved.head("tap")).isCloseTo(100 - lost, within(1e-3));
        assertThat(solved.pressure("tap")).isCloseTo(90 - lost, within(1e-3));
    }

    @Test
    void bendsLoseTheirShareOfTheVelocityHead() {
        double velocity = 0.05 / (Math.PI * 0.3 * 0.3 / 4);
        double without = Solved.of(ONE_PIPE.formatted(0, "H-W")).head("tap");
        double with = Solved.of(ONE_PIPE.formatted(5, "H-W")).head("tap");
        assertThat(without - with).isCloseTo(5 * velocity * velocity / (2 * 9.81), within(1e-3));
    }

    @Test
    void manningsFormulaHoldsForAFullPipe() {
        String inp = ONE_PIPE.formatted(0, "C-M").replace(" 130 ", " 0.012 ");
        double area = Math.PI * 0.3 * 0.3 / 4;
        double slope = StrictMath.pow(0.05 / area * 0.012 / StrictMath.pow(0.075, 2.0 / 3), 2);
        // EPANET rounds the factor of feet, 1.4859, to 1.49
        double lost = 1000 * slope * StrictMath.pow(1.4859 / 1.49, 2);
        assertThat(100 - Solved.of(inp).head("tap")).isCloseTo(lost, within(0.002 * lost));
    }

    @Test
    void waterThatCreepsLosesHeadByHagenAndPoiseuille() {
        String inp =
                ONE_PIPE.formatted(0, "D-W")
                        .replace("tap 10 50", "tap 10 0.2")
                        .replace(" 130 ", " 0.1 ");
        double viscosity = 1.1e-5 * 0.3048 * 0.3048;
        double gravity = 32.2 * 0.3048;
        double lost =
                128 * viscosity * 1000 * 0.0002 / (Math.PI * gravity * StrictMath.pow(0.3, 4));
        assertThat(100 - Solved.of(inp).head("tap")).isCloseTo(lost, within(1e-9));
    }

    @Test
    void waterThatRushesLosesHeadBySwameeAndJain() {
        String inp = ONE_PIPE.formatted(0, "D-W").replace(" 130 ", " 0.1 ");
        double viscosity = 1.1e-5 * 0.3048 * 0.3048;
        double velocity = 0.05 / (Math.PI * 0.3 * 0.3 / 4);
        double reynolds = velocity * 0.3 / viscosity;
        double friction =
                0.25
                        / StrictMath.pow(
                                StrictMath.log10(
                                        1e-4 / (3.7 * 0.3) + 5.74 / StrictMath.pow(reynolds, 0.9)),
                                2);
        double lost = friction * 1000 / 0.3 * velocity * velocity / (2 * 32.2 * 0.3048);
        assertThat(100 - Solved.of(inp).head("tap")).isCloseTo(lost, within(1e-9));
    }

    @Test
    void betweenCreepingAndRushingTheLossGrowsWithoutAJump() {
        double before = 0;
        for (int step = 0; step <= 60; step++) {
            double litres = 0.4 + 0.015 * step; // Reynolds numbers from 1,660 to 5,400
            String inp =
                    ONE_PIPE.formatted(0, "D-W")
                            .replace("tap 10 50", "tap 10 " + litres)
                            .replace(" 130 ", " 0.1 ");
            double lost = 100 - Solved.of(inp).head("tap");
            assertThat(lost).as("at %s l/s", litres).isBetween(before, before + 4e-4);
            before = lost;
        }
    }
}

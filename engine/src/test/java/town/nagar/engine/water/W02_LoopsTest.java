package town.nagar.engine.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Water that has a choice of ways. */
final class W02_LoopsTest {
    private static final String PARALLEL =
            """
            [JUNCTIONS]
             tap 10 60
            [RESERVOIRS]
             lake 100
            [PIPES]
             one lake tap 1000 %s 130
             other lake tap 1000 %s 130
            [OPTIONS]
             UNITS LPS
             HEADLOSS H-W
             ACCURACY 0.00001
            """;

    @Test
    void twoEqualPipesShareTheWater() {
        Solved solved = Solved.of(PARALLEL.formatted(300, 300));
        assertThat(solved.flow("one")).isCloseTo(30, within(1e-9));
        assertThat(solved.flow("other")).isCloseTo(30, within(1e-9));
    }

    @Test
    void twoPipesShareByTheirDiametersToThePower2Point63() {
        Solved solved = Solved.of(PARALLEL.formatted(300, 200));
        double ratio = StrictMath.pow(1.5, 4.871 / 1.852);
        assertThat(solved.flow("one") / solved.flow("other")).isCloseTo(ratio, within(1e-4));
        assertThat(solved.flow("one") + solved.flow("other")).isCloseTo(60, within(1e-6));
    }

    @Test
    void aSymmetricLoopCarriesNothingAcross() {
        Solved solved =
                Solved.of(
                        """
                        [JUNCTIONS]
                         top 0 0
                         left 0 20
                         right 0 20
                         bottom 0 10
                        [RESERVOIRS]
                         lake 50
                        [PIPES]
                         in lake top 100 400 120
                         tl top left 500 200 120
                         tr top right 500 200 120
                         lb left bottom 500 200 120
                         rb right bottom 500 200 120
                         across left right 500 200 120
                        [OPTIONS]
                         UNITS LPS
                         HEADLOSS H-W
                         ACCURACY 0.00001
                        """);
        assertThat(solved.flow("tl")).isCloseTo(25, within(1e-6));
        assertThat(solved.flow("lb")).isCloseTo(5, within(1e-6));
        assertThat(solved.flow("across")).isCloseTo(0, within(1e-4));
    }

    @Test
    void aClosedPipeCarriesNothing() {
        Solved solved = Solved.of(PARALLEL.formatted(300, 300) + "[STATUS]\n one CLOSED\n");
        assertThat(solved.flow("one")).isZero();
        assertThat(solved.flow("other")).isCloseTo(60, within(1e-5));
    }

    @Test
    void aCheckValveLetsWaterPassOneWay() {
        String twoLakes =
                """
                [JUNCTIONS]
                 tap 10 10
                [RESERVOIRS]
                 high 100
                 low 40
                [PIPES]
                 fromHigh high tap 1000 300 130
                 fromLow low tap 1000 300 130 0 %s
                [OPTIONS]
                 UNITS LPS
                 HEADLOSS H-W
                """;
        assertThat(Solved.of(twoLakes.formatted("OPEN")).flow("fromLow")).isLessThan(-100);
        Solved checked = Solved.of(twoLakes.formatted("CV"));
        assertThat(checked.flow("fromLow")).isZero();
        assertThat(checked.flow("fromHigh")).isCloseTo(10, within(1e-4));
    }
}

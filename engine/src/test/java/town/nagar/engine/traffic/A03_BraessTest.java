package town.nagar.engine.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Braess: Über ein Paradoxon aus der Verkehrsplanung. Unternehmensforschung 12 (1968) 258-268: a
 * new bridge makes everybody slower, 92 instead of 83.
 */
final class A03_BraessTest {
    private static final TripTable SIX = Roads.trips(2, 1, 2, 6);

    @Test
    void withTheBridgeTwoTripsTakeEachOfThreeRoutes() {
        var result = Assignment.of(Roads.braess(true)).solve(SIX, 1e-12);
        double[] expected = {4, 2, 2, 4, 2};
        for (int link = 0; link < expected.length; link++) {
            assertThat(result.flow(link)).isCloseTo(expected[link], within(1e-6));
        }
        assertThat(result.cost(0) + result.cost(2)).isCloseTo(92, within(1e-6));
        assertThat(result.cost(0) + result.cost(4) + result.cost(3)).isCloseTo(92, within(1e-6));
        assertThat(result.objective()).isCloseTo(386.00000008, within(1e-7));
        assertThat(result.totalTravelTime()).isCloseTo(552.00000002, within(1e-6));
    }

    @Test
    void withoutTheBridgeAllAreFaster() {
        var result = Assignment.of(Roads.braess(false)).solve(SIX, 1e-12);
        assertThat(result.cost(0) + result.cost(2)).isCloseTo(83, within(1e-6));
        assertThat(result.objective()).isCloseTo(399.00000006, within(1e-7));
        assertThat(result.totalTravelTime()).isCloseTo(498.00000006, within(1e-6));
    }

    @Test
    void theSystemOptimumLeavesTheBridgeEmpty() {
        var result =
                Assignment.of(Roads.braess(true), GeneralisedCost.TIME, Principle.SYSTEM_OPTIMUM)
                        .solve(SIX, 1e-12);
        assertThat(result.flow(4)).isCloseTo(0, within(1e-6));
        assertThat(result.totalTravelTime()).isCloseTo(498.00000006, within(1e-6));
    }
}

package town.nagar.engine.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Two roads between the same zones, with answers by hand. */
final class A02_TwoRoadsTest {
    @Test
    void tripsSplitUntilBothRoadsTakeTheSameTime() {
        // 10 + x = 4 + 2 (12 - x) at x = 6
        var result = solve(12, Roads.linear(1, 2, 10, 1), Roads.linear(1, 2, 4, 2));
        assertThat(result.flow(0)).isCloseTo(6, within(1e-9));
        assertThat(result.cost(0)).isCloseTo(16, within(1e-9));
        assertThat(result.cost(1)).isCloseTo(16, within(1e-9));
    }

    @Test
    void aRoadThatIsAlwaysDearerStaysEmpty() {
        var result = solve(12, Roads.linear(1, 2, 10, 1), Roads.constant(1, 2, 23));
        assertThat(result.flows()).containsExactly(12, 0);
    }

    @Test
    void aConstantRoadSetsTheTimeOfACongestedOne() {
        // 10 (1 + 0.15 (x / 100)^4) = 12.4 at x = 200
        var delayed = new RoadLink(1, 2, 100, 0, 10, 0.015, 4, 0);
        var result = solve(500, delayed, Roads.constant(1, 2, 12.4));
        assertThat(result.flow(0)).isCloseTo(200, within(1e-6));
        assertThat(result.flow(1)).isCloseTo(300, within(1e-6));
    }

    @Test
    void ofTwoEqualConstantRoadsEitherWillDo() {
        var result = solve(5, Roads.constant(1, 2, 3), Roads.constant(1, 2, 3));
        assertThat(result.flow(0) + result.flow(1)).isEqualTo(5);
        assertThat(result.relativeGap()).isZero();
    }

    /** Pigou 1920: one road takes 1, the other the share of trips on it. */
    @Test
    void pigousRoadIsFullForSelfishDriversAndHalfEmptyForGoodOnes() {
        var network =
                RoadNetwork.of(
                        2, 2, 1, List.of(Roads.constant(1, 2, 1), Roads.linear(1, 2, 1e-12, 1)));
        var trips = Roads.trips(2, 1, 2, 1);
        var selfish = Assignment.of(network).solve(trips, 1e-12);
        var good =
                Assignment.of(network, GeneralisedCost.TIME, Principle.SYSTEM_OPTIMUM)
                        .solve(trips, 1e-12);
        assertThat(selfish.totalTravelTime()).isCloseTo(1, within(1e-9));
        assertThat(good.flow(1)).isCloseTo(0.5, within(1e-9));
        assertThat(good.totalTravelTime()).isCloseTo(0.75, within(1e-9));
        assertThat(good.objective()).isCloseTo(0.75, within(1e-9));
        assertThat(good.cost(1)).isCloseTo(0.5, within(1e-9));
    }

    private static AssignmentResult solve(double trips, RoadLink... roads) {
        var result =
                Assignment.of(RoadNetwork.of(2, 2, 1, List.of(roads)))
                        .solve(Roads.trips(2, 1, 2, trips), 1e-12);
        assertThat(result.targetReached()).isTrue();
        return result;
    }
}

package town.nagar.engine.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One road: nothing to choose, only the travel time law to see. */
final class A01_OneRoadOneCarTest {
    private static final GeneralisedCost MINDED = new GeneralisedCost(0.5, 2);

    @Test
    void oneCarTakesTheRoadAtItsFreeFlowTime() {
        var result = solve(Roads.constant(1, 2, 7), 1);
        assertThat(result.flow(0)).isEqualTo(1);
        assertThat(result.cost(0)).isEqualTo(7);
        assertThat(result.totalTravelTime()).isEqualTo(7);
        assertThat(result.relativeGap()).isZero();
        assertThat(result.averageExcessCost()).isZero();
        assertThat(result.targetReached()).isTrue();
    }

    @Test
    void aRoadAtCapacityTakesFifteenPercentLonger() {
        assertThat(solve(Roads.usual(1, 2, 10, 900), 900).cost(0)).isCloseTo(11.5, within(1e-13));
    }

    @Test
    void theObjectiveIsTheAreaUnderTheTimeCurve() {
        assertThat(solve(Roads.usual(1, 2, 10, 900), 900).objective())
                .isCloseTo(900 * (10 + 1.5 / 5), within(1e-9));
        assertThat(solve(Roads.linear(1, 2, 4, 2), 3).objective()).isCloseTo(21, within(1e-12));
    }

    @Test
    void thePowerNeedNotBeWhole() {
        var road = new RoadLink(1, 2, 100, 0, 10, 0.5, 2.5, 0);
        assertThat(solve(road, 400).cost(0)).isCloseTo(10 * (1 + 0.5 * 32), within(1e-12));
        var gentle = new RoadLink(1, 2, 100, 0, 10, 0.5, 0.5, 0);
        assertThat(solve(gentle, 400).cost(0)).isCloseTo(20, within(1e-12));
        var steep = new RoadLink(1, 2, 100, 0, 10, 0.5, 40, 0);
        assertThat(solve(steep, 100).cost(0)).isCloseTo(15, within(1e-12));
    }

    @Test
    void aPowerOfZeroMeansAConstantDelay() {
        assertThat(solve(new RoadLink(1, 2, 5, 0, 10, 0.5, 0, 0), 400).cost(0)).isEqualTo(15);
    }

    @Test
    void aRoadThatTakesNoTimeStaysSo() {
        assertThat(solve(new RoadLink(1, 2, 0, 0, 0, 0.15, 4, 0), 400).cost(0)).isZero();
    }

    @Test
    void tollAndLengthAreMindedByTheirFactors() {
        var road = new RoadLink(1, 2, 0, 3, 7, 0, 0, 4);
        var network = RoadNetwork.of(2, 2, 1, List.of(road));
        var result =
                Assignment.of(network, MINDED, Principle.USER_EQUILIBRIUM)
                        .solve(Roads.trips(2, 1, 2, 10), 1e-6);
        assertThat(result.cost(0)).isEqualTo(7 + 0.5 * 4 + 2 * 3);
        assertThat(result.totalTravelTime()).isEqualTo(150);
    }

    private static AssignmentResult solve(RoadLink road, double trips) {
        return Assignment.of(RoadNetwork.of(2, 2, 1, List.of(road)))
                .solve(Roads.trips(2, 1, 2, trips), 1e-6);
    }
}

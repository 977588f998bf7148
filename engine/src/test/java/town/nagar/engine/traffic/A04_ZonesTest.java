package town.nagar.engine.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where trips may pass, which are left out, and which cannot be made. */
final class A04_ZonesTest {
    @Test
    void noTripPassesThroughANodeBelowTheFirstThroughNode() {
        var roads =
                List.of(
                        Roads.constant(1, 2, 1),
                        Roads.constant(2, 3, 1),
                        Roads.constant(1, 4, 5),
                        Roads.constant(4, 3, 5));
        var trips = TripTable.builder(3).add(1, 3, 10).add(1, 2, 1).add(2, 3, 2).build();
        var barred = Assignment.of(RoadNetwork.of(3, 4, 4, roads)).solve(trips, 1e-9);
        assertThat(barred.flows()).containsExactly(1, 2, 10, 10);
        var open = Assignment.of(RoadNetwork.of(3, 4, 1, roads)).solve(trips, 1e-9);
        assertThat(open.flows()).containsExactly(11, 12, 0, 0);
    }

    @Test
    void tripsWithinAZoneUseNoRoad() {
        var trips = TripTable.builder(2).add(1, 1, 100).add(1, 2, 3).add(2, 2, 50).build();
        var network = RoadNetwork.of(2, 2, 1, List.of(Roads.constant(1, 2, 4)));
        var result = Assignment.of(network).solve(trips, 1e-9);
        assertThat(result.totalTravelTime()).isEqualTo(12);
        assertThat(trips.interzonal()).isEqualTo(3);
        assertThat(trips.intrazonal()).isEqualTo(150);
    }

    @Test
    void pairsThatNoRoadJoinsAreNamed() {
        var network = RoadNetwork.of(3, 3, 1, List.of(Roads.constant(1, 2, 4)));
        var trips = TripTable.builder(3).add(1, 2, 1).add(2, 1, 4).add(1, 3, 2.5).build();
        assertThatThrownBy(() -> Assignment.of(network).solve(trips, 1e-9))
                .isInstanceOf(NoRouteException.class)
                .hasMessage("no route for 2 pairs of zones with 6.50000 trips: 1 to 3, 2 to 1");
    }

    @Test
    void manyPairsThatNoRoadJoinsAreCounted() {
        var network = RoadNetwork.of(20, 20, 1, List.of());
        var trips = TripTable.builder(20);
        for (int zone = 2; zone <= 20; zone++) {
            trips.add(1, zone, 1);
        }
        assertThatThrownBy(() -> Assignment.of(network).solve(trips.build(), 1e-9))
                .hasMessageContaining("19 pairs")
                .hasMessageEndingWith("1 to 11 and others");
    }

    @Test
    void pairsWithoutTripsNeedNoRoad() {
        var network = RoadNetwork.of(2, 2, 1, List.of(Roads.constant(1, 2, 4)));
        var trips = TripTable.builder(2).add(1, 2, 1).add(2, 1, 0).build();
        assertThat(Assignment.of(network).solve(trips, 1e-9).flows()).containsExactly(1);
    }

    @Test
    void aTownWhereNobodyTravelsIsInEquilibrium() {
        var network = RoadNetwork.of(2, 2, 1, List.of(Roads.usual(1, 2, 4, 10)));
        var result = Assignment.of(network).solve(TripTable.builder(2).build(), 1e-9);
        assertThat(result.targetReached()).isTrue();
        assertThat(result.flows()).containsExactly(0);
        assertThat(result.relativeGap()).isZero();
        assertThat(result.averageExcessCost()).isZero();
    }

    @Test
    void anAssignmentThatFailedCanBeUsedAgain() {
        var network = RoadNetwork.of(2, 2, 1, List.of(Roads.constant(1, 2, 4)));
        var assignment = Assignment.of(network);
        assignment.solve(Roads.trips(2, 1, 2, 3), 1e-9);
        assertThatThrownBy(() -> assignment.solve(Roads.trips(2, 2, 1, 3), 1e-9))
                .isInstanceOf(NoRouteException.class);
        assertThat(assignment.solve(Roads.trips(2, 1, 2, 5), 1e-9).flows()).containsExactly(5);
    }
}

package town.nagar.engine.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import town.nagar.engine.course.Seeds;

/** Solutions that start from the routes of an earlier one. */
final class B02_WarmStartTest {
    @Seeds(30)
    void theSolutionDoesNotDependOnTheStart(long seed) {
        var network = Roads.random(seed);
        var assignment = Assignment.of(network);
        assignment.solve(Roads.randomTrips(seed + 1000), 1e-12);
        var warm = assignment.solve(Roads.randomTrips(seed), 1e-12);
        var cold = Assignment.of(network).solve(Roads.randomTrips(seed), 1e-12);
        assertThat(warm.targetReached()).isTrue();
        assertThat(warm.objective()).isCloseTo(cold.objective(), within(1e-10 * cold.objective()));
    }

    @Test
    void solvingTheSameAgainTakesNoRound() {
        var assignment = Assignment.of(Roads.braess(true));
        assignment.solve(Roads.trips(2, 1, 2, 6), 1e-10);
        assertThat(assignment.solve(Roads.trips(2, 1, 2, 6), 1e-9).rounds()).isZero();
    }

    @Test
    void aFewMoreTripsTakeFewerRoundsThanACopyWithoutRoutes() {
        var trips = Roads.randomTrips(5);
        var assignment = Assignment.of(Roads.random(5));
        int cold = assignment.solve(trips.scaled(1.02), 1e-10).rounds();
        assignment.forget();
        assignment.solve(trips, 1e-10);
        assertThat(assignment.solve(trips.scaled(1.02), 1e-10).rounds()).isLessThan(cold);
    }

    @Seeds(10)
    void changedRoadsGiveTheSolutionOfANewNetwork(long seed) {
        var before = Roads.random(seed);
        var after =
                before.withLinks(
                        before.links().stream().map(road -> narrowed(road, seed)).toList());
        var assignment = Assignment.of(before);
        assignment.solve(Roads.randomTrips(seed), 1e-10);
        assignment.change(after);
        var warm = assignment.solve(Roads.randomTrips(seed), 1e-12);
        var cold = Assignment.of(after).solve(Roads.randomTrips(seed), 1e-12);
        assertThat(warm.objective()).isCloseTo(cold.objective(), within(1e-10 * cold.objective()));
    }

    private static RoadLink narrowed(RoadLink road, long seed) {
        return (road.from() + seed) % 3 == 0 ? road.withCapacity(road.capacity() / 2) : road;
    }

    @Test
    void afterForgettingTheBitsAreThoseOfANewAssignment() {
        var assignment = Assignment.of(Roads.random(7));
        assignment.solve(Roads.randomTrips(8), 1e-8);
        assignment.forget();
        assertThat(assignment.solve(Roads.randomTrips(7), 1e-8).flows())
                .containsExactly(
                        Assignment.of(Roads.random(7)).solve(Roads.randomTrips(7), 1e-8).flows());
    }

    @Test
    void aRoundLimitReturnsWhatThereIs() {
        var result = Assignment.of(Roads.random(3)).solve(Roads.randomTrips(3), 1e-12, 1);
        assertThat(result.rounds()).isEqualTo(1);
        assertThat(result.targetReached()).isFalse();
        assertThat(result.relativeGap()).isBetween(1e-12, 1.0);
    }

    @Test
    void aGapThatRoundingForbidsEndsTheSearch() {
        var result = Assignment.of(Roads.random(3)).solve(Roads.randomTrips(3), 1e-300);
        assertThat(result.relativeGap()).isLessThan(1e-13);
    }
}

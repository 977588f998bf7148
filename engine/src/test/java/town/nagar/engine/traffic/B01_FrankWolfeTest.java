package town.nagar.engine.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import town.nagar.engine.course.Seeds;

/** The kernel against its slow twin on random networks. */
final class B01_FrankWolfeTest {
    private static final GeneralisedCost MINDED = new GeneralisedCost(0.7, 0.3);

    @Seeds(30)
    void equilibriumHasTheTwinsObjective(long seed) {
        requireTwin(seed, Principle.USER_EQUILIBRIUM);
    }

    @Seeds(20)
    void systemOptimumHasTheTwinsObjective(long seed) {
        requireTwin(seed, Principle.SYSTEM_OPTIMUM);
    }

    private static void requireTwin(long seed, Principle principle) {
        var network = Roads.random(seed);
        var trips = Roads.randomTrips(seed);
        var twin = new FrankWolfe(network, trips, MINDED, principle == Principle.SYSTEM_OPTIMUM);
        twin.run(1e-4, 5_000);
        var result = Assignment.of(network, MINDED, principle).solve(trips, 1e-11);
        assertThat(result.targetReached()).isTrue();
        double rounding = 1e-9 * result.objective();
        assertThat(result.objective())
                .isLessThanOrEqualTo(twin.objective() + rounding)
                .isGreaterThanOrEqualTo(twin.objective() - twin.excess() - rounding);
        assertThat(twin.excess()).isLessThan(1e-2 * result.objective());
    }

    @Seeds(20)
    void tollsOfTheDelayCausedToOthersMakeSelfishDriversOptimal(long seed) {
        var network = Roads.random(seed);
        var trips = Roads.randomTrips(seed);
        var best = Assignment.of(network, MINDED, Principle.SYSTEM_OPTIMUM).solve(trips, 1e-12);
        var tolled =
                network.withLinks(
                        IntStream.range(0, network.links().size())
                                .mapToObj(link -> withMarginalToll(network, best, link))
                                .toList());
        var selfish =
                Assignment.of(tolled, new GeneralisedCost(1, 0.3), Principle.USER_EQUILIBRIUM)
                        .solve(trips, 1e-12);
        double total = 0;
        for (int link = 0; link < network.links().size(); link++) {
            total += selfish.flow(link) * driverCost(network, selfish, link);
        }
        assertThat(total).isCloseTo(best.totalTravelTime(), within(1e-6 * total));
    }

    private static RoadLink withMarginalToll(RoadNetwork network, AssignmentResult best, int link) {
        RoadLink road = network.links().get(link);
        var twin = new FrankWolfe(network, TripTable.builder(6).build(), MINDED, false);
        double free = twin.cost(link, 0);
        double delay = road.power() == 0 ? 0 : twin.cost(link, best.flow(link)) - free;
        return road.withToll(0.7 * road.toll() + road.power() * delay);
    }

    private static double driverCost(RoadNetwork network, AssignmentResult flows, int link) {
        return new FrankWolfe(network, TripTable.builder(6).build(), MINDED, false)
                .cost(link, flows.flow(link));
    }
}

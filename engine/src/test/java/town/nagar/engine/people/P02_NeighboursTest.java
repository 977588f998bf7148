package town.nagar.engine.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import town.nagar.engine.course.Seeds;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Purpose;

/** Who is near whom, and who watches whom. */
final class P02_NeighboursTest {
    private static final Purpose PLACE = new Purpose(1, "place");

    /** Every pair is looked at. */
    @Seeds(20)
    void theGridFindsWhatLookingAtAllPairsFinds(long seed) {
        var x = new double[300];
        var y = new double[300];
        Chance.of(seed, 0).uniforms(0, PLACE, x);
        Chance.of(seed, 0).uniforms(1, PLACE, y);
        double radius = 0.02 + 0.02 * seed;
        var grid = SpatialGrid.of(x, y, radius);
        var out = new int[300];
        for (int one = 0; one < 300; one++) {
            int point = one;
            int found = grid.neighbours(one, out);
            int[] near =
                    IntStream.range(0, 300)
                            .filter(other -> other != point)
                            .filter(o -> within(x[o] - x[point], y[o] - y[point], radius))
                            .toArray();
            int[] sorted = Arrays.copyOf(out, found);
            Arrays.sort(sorted);
            assertThat(sorted).containsExactly(near);
        }
    }

    private static boolean within(double dx, double dy, double radius) {
        return dx * dx + dy * dy <= radius * radius;
    }

    @Test
    void pointsInOneSpotAndFarApartAreFoundToo() {
        double[] x = {0, 0, 1e9, 0};
        double[] y = {0, 0, 1e9, 1};
        var out = new int[1];
        assertThat(SpatialGrid.of(x, y, 1).neighbours(0, out)).isEqualTo(2);
        assertThat(out[0]).isIn(1, 3);
        assertThat(SpatialGrid.of(x, y, 1).neighbours(2, out)).isZero();
    }

    @Test
    void anUnrewiredRingWatchesTheNextTwoOnEitherSide() {
        var ring = NeighbourNetwork.smallWorld(10, 4, 0, 1);
        assertThat(IntStream.range(0, 4).map(place -> ring.neighbour(1, place)))
                .containsExactly(9, 0, 2, 3);
    }

    @Seeds(5)
    void atenthOfTheRingIsMetElsewhereAndNobodyWatchesThemselves(long seed) {
        int people = 5000;
        var world = NeighbourNetwork.smallWorld(people, 8, 0.1, seed);
        int far = 0;
        for (int person = 0; person < people; person++) {
            for (int place = 0; place < world.degree(person); place++) {
                int apart = Math.floorMod(world.neighbour(person, place) - person, people);
                assertThat(apart).isNotZero();
                far += apart > 4 && apart < people - 4 ? 1 : 0;
            }
        }
        assertThat(far / (8.0 * people)).isCloseTo(0.1, offset(0.01));
    }

    private static Offset<Double> offset(double offset) {
        return Offset.offset(offset);
    }

    @Test
    void aSpatialNetworkIsMutual() {
        var x = new double[200];
        var y = new double[200];
        Chance.of(1, 0).uniforms(0, PLACE, x);
        Chance.of(1, 0).uniforms(1, PLACE, y);
        var network = NeighbourNetwork.spatial(x, y, 0.1);
        assertThat(network.people()).isEqualTo(200);
        for (int person = 0; person < 200; person++) {
            for (int place = 0; place < network.degree(person); place++) {
                int other = network.neighbour(person, place);
                int self = person;
                assertThat(
                                IntStream.range(0, network.degree(other))
                                        .map(at -> network.neighbour(other, at)))
                        .anyMatch(back -> back == self);
            }
        }
    }

    @Test
    void whatIsNoNetworkIsRefused() {
        assertThatThrownBy(() -> NeighbourNetwork.smallWorld(4, 4, 0, 1))
                .hasMessageContaining("4 people, each watching 4");
        assertThatThrownBy(() -> SpatialGrid.of(new double[1], new double[2], 1))
                .hasMessageContaining("1 x, 2 y");
        assertThatThrownBy(() -> SpatialGrid.of(new double[1], new double[] {Double.NaN}, 1))
                .hasMessageContaining("point 0");
    }
}

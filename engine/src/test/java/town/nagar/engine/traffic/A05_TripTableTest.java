package town.nagar.engine.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables and networks hold what was put in, and refuse what cannot be. */
final class A05_TripTableTest {
    @Test
    void tripsOfOnePairAddUpInAnyOrder() {
        var table =
                TripTable.builder(3).add(3, 1, 1).add(1, 3, 2).add(3, 1, 4).add(1, 2, 8).build();
        assertThat(table.trips(3, 1)).isEqualTo(5);
        assertThat(table.trips(1, 3)).isEqualTo(2);
        assertThat(table.trips(1, 2)).isEqualTo(8);
        assertThat(table.trips(2, 1)).isZero();
        assertThat(table.pairs()).isEqualTo(3);
        assertThat(table.interzonal()).isEqualTo(15);
    }

    @Test
    void aTableGrowsWithItsPairs() {
        var table = TripTable.builder(100);
        for (int from = 100; from >= 1; from--) {
            for (int to = 1; to <= 100; to++) {
                table.add(from, to, from + to / 1000.0);
            }
        }
        assertThat(table.build().pairs()).isEqualTo(9900);
        assertThat(table.build().trips(57, 99)).isEqualTo(57.099);
    }

    @Test
    void aTableIsScaledAsAWhole() {
        var table = TripTable.builder(2).add(1, 2, 8).add(1, 1, 4).build().scaled(0.25);
        assertThat(table.trips(1, 2)).isEqualTo(2);
        assertThat(table.intrazonal()).isEqualTo(1);
    }

    @Test
    void whatCannotBeIsRefused() {
        var table = TripTable.builder(2);
        assertThatThrownBy(() -> table.add(3, 1, 1))
                .hasMessage("origin 3 is no zone; allowed are 1 to 2");
        assertThatThrownBy(() -> table.add(1, 0, 1)).hasMessageContaining("destination 0");
        assertThatThrownBy(() -> table.add(1, 2, -1))
                .hasMessage("-1.0 trips from 1 to 2; allowed are numbers from 0");
        assertThatThrownBy(() -> table.add(1, 2, Double.NaN)).hasMessageContaining("NaN trips");
        assertThatThrownBy(() -> table.build().scaled(0)).hasMessageContaining("factor 0.0");
        assertThatThrownBy(() -> TripTable.builder(0)).hasMessageContaining("0 zones");
    }

    @Test
    void aRoadThatCannotBeIsRefusedByName() {
        assertThatThrownBy(() -> new RoadLink(3, 4, 0, 1, 2, 0.15, 4, 0))
                .hasMessageContaining("link 3-4 has capacity 0");
        assertThatThrownBy(() -> new RoadLink(3, 4, 9, -1, 2, 0.15, 4, 0))
                .hasMessage("link 3-4 has length -1.0; allowed are numbers from 0");
        assertThatThrownBy(() -> new GeneralisedCost(-1, 0))
                .hasMessage("toll factor is -1.0; allowed are numbers from 0");
        var road = List.of(Roads.constant(1, 5, 1));
        assertThatThrownBy(() -> RoadNetwork.of(2, 4, 1, road))
                .hasMessage("to node of link 1-5 is 5; allowed are 1 to 4");
        assertThatThrownBy(() -> RoadNetwork.of(5, 4, 1, List.of()))
                .hasMessage("zones is 5; allowed are 1 to 4");
        assertThatThrownBy(() -> RoadNetwork.of(2, 4, 0, List.of()))
                .hasMessageContaining("first through node is 0");
    }

    @Test
    void anAssignmentRefusesWhatDoesNotFit() {
        var assignment = Assignment.of(RoadNetwork.of(2, 2, 1, List.of(Roads.constant(1, 2, 4))));
        assertThatThrownBy(() -> assignment.solve(Roads.trips(3, 1, 2, 1), 1e-6))
                .hasMessage("trips between 3 zones on a network of 2 zones");
        assertThatThrownBy(() -> assignment.solve(Roads.trips(2, 1, 2, 1), 0))
                .hasMessage("relative gap 0.0; allowed are numbers between 0 and 1");
        assertThatThrownBy(() -> assignment.change(Roads.braess(true)))
                .hasMessageContaining("joins other nodes");
    }
}

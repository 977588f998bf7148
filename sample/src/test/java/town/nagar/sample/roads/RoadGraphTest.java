package town.nagar.sample.roads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import town.nagar.contracts.places.Names;
import town.nagar.contracts.places.Point;
import town.nagar.sample.chance.Chance;

final class RoadGraphTest {
    private static RoadLink link(String id, long from, long to) {
        return new RoadLink(
                id,
                "road",
                Names.untranslated(id),
                from,
                to,
                RoadClass.LOCAL,
                1,
                20,
                300,
                100,
                List.of(new Point(23, 72 + from / 1e4), new Point(23, 72 + to / 1e4)),
                "Z001",
                false);
    }

    @Test
    void upstreamLeavesOutTheWayBack() {
        RoadLink there = link("there", 1, 2);
        RoadLink back = link("back", 2, 1);
        RoadLink before = link("before", 3, 1);
        RoadGraph graph = new RoadGraph(List.of(there, back, before));
        assertThat(graph.upstreamOf(there)).containsExactly(before);
    }

    @Test
    void aOneWayTailIsNotPartOfTheLargestPart() {
        List<RoadLink> ring = List.of(link("a", 1, 2), link("b", 2, 3), link("c", 3, 1));
        List<RoadLink> all = new ArrayList<>(ring);
        all.add(link("tail", 3, 4));
        RoadGraph graph = new RoadGraph(all);
        assertThat(graph.isStronglyConnected()).isFalse();
        assertThat(graph.largestStronglyConnectedPart().links()).isEqualTo(ring);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void partsAreThoseThatAPlainSearchFinds(long seed) {
        Chance chance = new Chance(seed);
        int nodes = 30;
        int[][] ends = new int[40][];
        for (int link = 0; link < ends.length; link++) {
            ends[link] =
                    new int[] {
                        chance.below("from", link, 0, nodes), chance.below("to", link, 0, nodes)
                    };
        }
        int[] part = new StrongParts(nodes, ends).partOfNodes();
        for (int a = 0; a < nodes; a++) {
            Set<Integer> fromA = reach(a, ends);
            for (int b = 0; b < nodes; b++) {
                boolean together = fromA.contains(b) && reach(b, ends).contains(a);
                assertThat(part[a] == part[b]).isEqualTo(together);
            }
        }
    }

    private static Set<Integer> reach(int start, int[][] ends) {
        Map<Integer, List<Integer>> next = new HashMap<>();
        for (int[] end : ends) {
            next.computeIfAbsent(end[0], _ -> new ArrayList<>()).add(end[1]);
        }
        Set<Integer> reached = new HashSet<>();
        List<Integer> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            int node = open.removeLast();
            if (reached.add(node)) {
                open.addAll(next.getOrDefault(node, List.of()));
            }
        }
        return reached;
    }
}

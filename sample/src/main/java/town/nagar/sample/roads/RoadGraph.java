package town.nagar.sample.roads;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The directed links of a town and which follow which. */
public final class RoadGraph {
    private final List<RoadLink> links;
    private final Map<Long, List<RoadLink>> into = new HashMap<>();

    public RoadGraph(List<RoadLink> links) {
        this.links = List.copyOf(links);
        this.links.forEach(
                link -> into.computeIfAbsent(link.toNode(), _ -> new ArrayList<>()).add(link));
    }

    public List<RoadLink> links() {
        return links;
    }

    /** The links that lead into this one, in order of the list, without the way back. */
    public List<RoadLink> upstreamOf(RoadLink link) {
        return into.getOrDefault(link.fromNode(), List.of()).stream()
                .filter(before -> !before.reverses(link))
                .toList();
    }

    /** Whether each junction can be reached from each other. */
    public boolean isStronglyConnected() {
        return largestStronglyConnectedPart().links().size() == links.size();
    }

    /** The part with the most junctions in which each can be reached from each other. */
    public RoadGraph largestStronglyConnectedPart() {
        Map<Long, Integer> slots = new HashMap<>();
        for (RoadLink link : links) {
            slots.putIfAbsent(link.fromNode(), slots.size());
            slots.putIfAbsent(link.toNode(), slots.size());
        }
        int[] part = new StrongParts(slots.size(), ends(slots)).partOfNodes();
        int largest = mostFrequent(part);
        return new RoadGraph(
                links.stream()
                        .filter(link ->
                                part[slot(slots, link.fromNode())] == largest
                                        && part[slot(slots, link.toNode())] == largest)
                        .toList());
    }

    private int[][] ends(Map<Long, Integer> slots) {
        return links.stream()
                .map(link -> new int[] {slot(slots, link.fromNode()), slot(slots, link.toNode())})
                .toArray(int[][]::new);
    }

    private static int slot(Map<Long, Integer> slots, long node) {
        return Objects.requireNonNull(slots.get(node));
    }

    private static int mostFrequent(int[] part) {
        int[] sizes = new int[part.length];
        Arrays.stream(part).forEach(each -> sizes[each]++);
        int best = 0;
        for (int candidate = 1; candidate < sizes.length; candidate++) {
            best = sizes[candidate] > sizes[best] ? candidate : best;
        }
        return best;
    }
}

package town.nagar.engine.traffic;

import java.util.List;

/**
 * Roads between nodes, the first of which are the zones where trips start and end; immutable.
 *
 * <p>Nodes are numbered from 1 as in the files, links from 0 in the order they were given.
 */
public final class RoadNetwork {
    private final int zones;
    private final int nodes;
    private final int firstThroughNode;
    private final List<RoadLink> links;

    private RoadNetwork(int zones, int nodes, int firstThroughNode, List<RoadLink> links) {
        this.zones = zones;
        this.nodes = nodes;
        this.firstThroughNode = firstThroughNode;
        this.links = links;
    }

    /**
     * A network of the given roads.
     *
     * @param zones nodes 1 to {@code zones} are zones
     * @param nodes number of nodes, zones included
     * @param firstThroughNode trips may start or end at a node below this, but not pass through it
     * @throws IllegalArgumentException naming what is out of range, and the range
     */
    public static RoadNetwork of(int zones, int nodes, int firstThroughNode, List<RoadLink> links) {
        requireBetween("zones", zones, 1, nodes);
        requireBetween("first through node", firstThroughNode, 1, nodes + 1);
        for (RoadLink link : links) {
            requireBetween(
                    "from node of link %d-%d".formatted(link.from(), link.to()),
                    link.from(),
                    1,
                    nodes);
            requireBetween(
                    "to node of link %d-%d".formatted(link.from(), link.to()), link.to(), 1, nodes);
        }
        return new RoadNetwork(zones, nodes, firstThroughNode, List.copyOf(links));
    }

    private static void requireBetween(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s is %d; allowed are %d to %d".formatted(name, value, least, most));
        }
    }

    /** The same nodes with other roads, for instance with one closed or narrowed. */
    public RoadNetwork withLinks(List<RoadLink> newLinks) {
        return of(zones, nodes, firstThroughNode, newLinks);
    }

    /** Number of zones. */
    public int zones() {
        return zones;
    }

    /** Number of nodes, zones included. */
    public int nodes() {
        return nodes;
    }

    /** The lowest node trips may pass through. */
    public int firstThroughNode() {
        return firstThroughNode;
    }

    /** The roads, in the order they were given. */
    public List<RoadLink> links() {
        return links;
    }
}

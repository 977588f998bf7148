package town.nagar.sample.roads;

import java.util.List;
import town.nagar.contracts.places.Names;
import town.nagar.contracts.places.Point;

/**
 * One direction of a road between two junctions.
 *
 * @param road the road it is part of; links of one road and direction follow each other
 * @param lanes of this direction
 * @param line its shape in driving direction, at least two points
 * @param wardId the ward it lies in, or empty if none is known
 */
public record RoadLink(
        String id,
        String road,
        Names names,
        long fromNode,
        long toNode,
        RoadClass roadClass,
        int lanes,
        double freeFlowKmh,
        double capacityPcuPerHour,
        double lengthM,
        List<Point> line,
        String wardId,
        boolean bridge) {
    public RoadLink {
        line = List.copyOf(line);
        if (line.size() < 2 || fromNode == toNode || !(lengthM > 0) || lanes < 1) {
            throw new IllegalArgumentException(
                    "link %s: %d points, node %d to %d, %s m, %d lanes"
                            .formatted(id, line.size(), fromNode, toNode, lengthM, lanes));
        }
    }

    /** The same link under another id. */
    public RoadLink withId(String other) {
        return new RoadLink(
                other,
                road,
                names,
                fromNode,
                toNode,
                roadClass,
                lanes,
                freeFlowKmh,
                capacityPcuPerHour,
                lengthM,
                line,
                wardId,
                bridge);
    }

    /** Whether the other is the same street driven the other way. */
    public boolean reverses(RoadLink other) {
        return fromNode == other.toNode && toNode == other.fromNode;
    }

    /** Its middle, for a map's label. */
    public Point middle() {
        Point from = line.get((line.size() - 1) / 2);
        Point to = line.get(line.size() / 2);
        return new Point(
                Degrees.round((from.lat() + to.lat()) / 2),
                Degrees.round((from.lon() + to.lon()) / 2));
    }
}

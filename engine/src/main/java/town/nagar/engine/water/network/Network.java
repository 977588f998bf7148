package town.nagar.engine.water.network;

import java.util.List;
import java.util.Map;

/**
 * A water network, its controls and the settings of a run, in SI units.
 *
 * @param nodes junctions first, then reservoirs and tanks in the order of the file
 * @param links in the order of the file; they name nodes by index
 * @param rules in the order of the file
 * @param units of the file it came from, in which results are written
 * @param positions where nodes lie on the map, in the file's own coordinates, by node id
 * @param notes what was in the file and has no bearing on pressures and flows
 */
public record Network(
        String title,
        List<Node> nodes,
        List<Link> links,
        List<Control> controls,
        List<Rule> rules,
        Options options,
        Times times,
        FileUnits units,
        Map<String, MapPoint> positions,
        List<String> notes) {
    public Network {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        controls = List.copyOf(controls);
        rules = List.copyOf(rules);
        positions = Map.copyOf(positions);
        notes = List.copyOf(notes);
        NetworkCheck.requireSound(nodes, links, controls, rules);
    }

    /** A place on the map of the file. */
    public record MapPoint(double x, double y) {}

    /** How many of the nodes are junctions; these have the indices below. */
    public int junctionCount() {
        return (int) nodes.stream().filter(Junction.class::isInstance).count();
    }

    /**
     * Index of a node.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public int nodeIndex(String id) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException("there is no node %s".formatted(id));
    }

    /**
     * Index of a link.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public int linkIndex(String id) {
        for (int i = 0; i < links.size(); i++) {
            if (links.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException("there is no link %s".formatted(id));
    }

    /** The same network with other settings. */
    public Network with(Options otherOptions, Times otherTimes) {
        return new Network(
                title,
                nodes,
                links,
                controls,
                rules,
                otherOptions,
                otherTimes,
                units,
                positions,
                notes);
    }
}

package town.nagar.engine.water.network;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold between the parts of a network before it can be solved. */
final class NetworkCheck {
    private NetworkCheck() {}

    static void requireSound(
            List<Node> nodes, List<Link> links, List<Control> controls, List<Rule> rules) {
        requireJunctionsFirst(nodes);
        requireDistinct("node", nodes.stream().map(Node::id).toList());
        requireDistinct("link", links.stream().map(Link::id).toList());
        links.forEach(link -> requireEnds(link, nodes));
        requireWorkableValves(nodes, links);
        controls.forEach(control -> requireIndex("control", control.link(), links.size()));
        for (Rule rule : rules) {
            rule.then().forEach(a -> requireIndex("rule " + rule.id(), a.link(), links.size()));
            rule.otherwise()
                    .forEach(a -> requireIndex("rule " + rule.id(), a.link(), links.size()));
        }
    }

    private static void requireJunctionsFirst(List<Node> nodes) {
        boolean seenSource = false;
        for (Node node : nodes) {
            boolean junction = node instanceof Junction;
            if (junction && seenSource) {
                throw new IllegalArgumentException(
                        "junction %s must come before reservoirs and tanks".formatted(node.id()));
            }
            seenSource |= !junction;
        }
        if (!seenSource) {
            throw new IllegalArgumentException(
                    "a network needs at least one reservoir or tank; this one has none");
        }
    }

    private static void requireDistinct(String kind, List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw new IllegalArgumentException(
                        "%s %s is there more than once".formatted(kind, id));
            }
        }
    }

    private static void requireEnds(Link link, List<Node> nodes) {
        requireIndex("link " + link.id(), link.from(), nodes.size());
        requireIndex("link " + link.id(), link.to(), nodes.size());
        if (link.from() == link.to()) {
            throw new IllegalArgumentException(
                    "link %s begins and ends at the same node".formatted(link.id()));
        }
    }

    private static void requireIndex(String what, int index, int size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException(
                    "%s: index %d is not below %d".formatted(what, index, size));
        }
    }

    private static void requireWorkableValves(List<Node> nodes, List<Link> links) {
        Set<Integer> heldHeads = new HashSet<>();
        for (Link link : links) {
            if (link instanceof Valve valve && holdsANode(valve)) {
                requireJunctionEnds(valve, nodes);
                int held = valve.type() == Valve.Type.PRV ? valve.to() : valve.from();
                if (valve.type() != Valve.Type.FCV && !heldHeads.add(held)) {
                    throw new IllegalArgumentException(
                            "valve %s: another valve already holds the pressure at node %s"
                                    .formatted(valve.id(), nodes.get(held).id()));
                }
            }
        }
    }

    private static boolean holdsANode(Valve valve) {
        return switch (valve.type()) {
            case PRV, PSV, FCV -> true;
            case PBV, TCV, GPV -> false;
        };
    }

    private static void requireJunctionEnds(Valve valve, List<Node> nodes) {
        for (int end : List.of(valve.from(), valve.to())) {
            if (!(nodes.get(end) instanceof Junction)) {
                throw new IllegalArgumentException(
                        "valve %s: a %s cannot be joined straight to a reservoir or tank (%s); put a pipe between"
                                .formatted(valve.id(), valve.type(), nodes.get(end).id()));
            }
        }
    }
}

package town.nagar.sample.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import town.nagar.contracts.places.Names;
import town.nagar.contracts.places.Point;
import town.nagar.sample.chance.Chance;
import town.nagar.sample.names.Words;
import town.nagar.sample.roads.Degrees;
import town.nagar.sample.roads.RoadClass;
import town.nagar.sample.roads.RoadGraph;
import town.nagar.sample.roads.RoadLink;
import town.nagar.sample.roads.StrongParts;

/** Which edges of the lattice are streets, of which class, and the links they make. */
final class StreetPlan {
    /** Distance of main lines from each other, in blocks; others come at parts of it. */
    private static final int ARTERIAL_EVERY = 12;

    private static final double COLLECTOR_SHARE = 0.92;
    private static final double LOCAL_SHARE = 0.51;
    private static final double ONE_WAY_SHARE = 0.06;

    private final StreetLattice lattice;
    private final Wards wards;
    private final Degrees degrees;
    private final Chance chance;
    private final Set<Integer> crossed;
    private final Set<Integer> tree;

    StreetPlan(
            StreetLattice lattice,
            Wards wards,
            List<BarrierPath> barriers,
            Degrees degrees,
            Chance chance) {
        this.lattice = lattice;
        this.wards = wards;
        this.degrees = degrees;
        this.chance = chance;
        this.crossed = new HashSet<>();
        barriers.forEach(barrier -> crossed.addAll(barrier.crossedEdges()));
        this.tree = spanningTree();
    }

    /** The edges that join all crossings: main roads first, over barriers last. */
    private Set<Integer> spanningTree() {
        JoinedSets joined = new JoinedSets(lattice.nodes());
        Set<Integer> edges = new HashSet<>();
        streets()
                .sorted(Comparator.comparingDouble(this::reluctance))
                .filter(edge -> joined.join(lattice.fromNode(edge), lattice.toNode(edge)))
                .forEach(edges::add);
        return edges;
    }

    private Stream<Integer> streets() {
        return IntStream.range(0, lattice.edges()).filter(lattice::isStreet).boxed();
    }

    private double reluctance(int edge) {
        RoadClass roadClass = classOf(edge);
        double barrier = crossed.contains(edge) && !roadClass.isMain() ? 10 : 0;
        return barrier - roadClass.freeFlowKmh() / 10 + chance.uniform("tree", edge, 0);
    }

    private RoadClass classOf(int edge) {
        int fromMiddle = linesFromMiddle(edge);
        if (fromMiddle % ARTERIAL_EVERY == 0) {
            return RoadClass.ARTERIAL;
        }
        if (fromMiddle % (ARTERIAL_EVERY / 2) == 0) {
            return RoadClass.SUB_ARTERIAL;
        }
        return fromMiddle % (ARTERIAL_EVERY / 4) == 0 ? RoadClass.COLLECTOR : RoadClass.LOCAL;
    }

    private int linesFromMiddle(int edge) {
        return Math.abs(lattice.lineOf(edge) - lattice.side() / 2);
    }

    private boolean isBuilt(int edge) {
        RoadClass roadClass = classOf(edge);
        return tree.contains(edge)
                || roadClass.isMain()
                || (!crossed.contains(edge)
                        && chance.happens("built", edge, 0, shareBuilt(roadClass)));
    }

    private static double shareBuilt(RoadClass roadClass) {
        return roadClass == RoadClass.COLLECTOR ? COLLECTOR_SHARE : LOCAL_SHARE;
    }

    /**
     * The links of all streets: main roads first, along each road, one direction after the other.
     */
    RoadGraph links() {
        List<Integer> built =
                streets()
                        .filter(this::isBuilt)
                        .sorted(
                                Comparator.<Integer, RoadClass>comparing(this::classOf)
                                        .thenComparingInt(this::linesFromMiddle)
                                        .thenComparing(edge -> !lattice.runsEast(edge))
                                        .thenComparingInt(lattice::lineOf)
                                        .thenComparingInt(edge -> edge))
                        .toList();
        Set<Integer> oneWay = oneWays(built);
        List<RoadLink> links = new ArrayList<>();
        for (List<Integer> road : roads(built)) {
            road.forEach(edge -> links.add(link(links.size() + 1, edge, true)));
            road.reversed().stream()
                    .filter(edge -> !oneWay.contains(edge))
                    .forEach(edge -> links.add(link(links.size() + 1, edge, false)));
        }
        return new RoadGraph(links);
    }

    private List<List<Integer>> roads(List<Integer> built) {
        List<List<Integer>> roads = new ArrayList<>();
        int last = StreetLattice.NONE;
        for (int edge : built) {
            if (last == StreetLattice.NONE || roadOf(edge) != roadOf(last)) {
                roads.add(new ArrayList<>());
            }
            roads.getLast().add(edge);
            last = edge;
        }
        return roads;
    }

    /** Small streets that lose their way back as long as every crossing can still be reached. */
    private Set<Integer> oneWays(List<Integer> built) {
        Set<Integer> oneWay = new HashSet<>();
        for (int edge : built) {
            if (!classOf(edge).isMain() && chance.happens("one way", edge, 0, ONE_WAY_SHARE)) {
                oneWay.add(edge);
                if (!isStronglyConnected(built, oneWay)) {
                    oneWay.remove(edge);
                }
            }
        }
        return oneWay;
    }

    private boolean isStronglyConnected(List<Integer> built, Set<Integer> oneWay) {
        List<int[]> ends = new ArrayList<>();
        Set<Integer> nodes = new HashSet<>();
        for (int edge : built) {
            int from = lattice.fromNode(edge);
            int to = lattice.toNode(edge);
            nodes.add(from);
            nodes.add(to);
            ends.add(new int[] {from, to});
            if (!oneWay.contains(edge)) {
                ends.add(new int[] {to, from});
            }
        }
        int[] part = new StrongParts(lattice.nodes(), ends.toArray(int[][]::new)).partOfNodes();
        return nodes.stream().mapToInt(node -> part[node]).distinct().count() == 1;
    }

    private int roadOf(int edge) {
        return lattice.lineOf(edge) + (lattice.runsEast(edge) ? 0 : lattice.side() + 1);
    }

    private RoadLink link(int number, int edge, boolean forward) {
        RoadClass roadClass = classOf(edge);
        int from = forward ? lattice.fromNode(edge) : lattice.toNode(edge);
        int to = forward ? lattice.toNode(edge) : lattice.fromNode(edge);
        List<Point> line = List.of(point(from), point(to));
        return new RoadLink(
                "R%03d".formatted(number),
                "road-%d".formatted(roadOf(edge)),
                name(number, edge, forward),
                from,
                to,
                roadClass,
                roadClass.lanes(),
                roadClass.freeFlowKmh(),
                roadClass.capacityPcuPerHour(roadClass.lanes()),
                Math.round(Degrees.metres(line.getFirst(), line.getLast()) * 10) / 10.0,
                line,
                wardId(edge, forward),
                crossed.contains(edge));
    }

    private Point point(int node) {
        return degrees.point(lattice.eastM(node), lattice.northM(node));
    }

    private Names name(int number, int edge, boolean forward) {
        List<Names> directions = Words.list("direction");
        int compass = (lattice.runsEast(edge) ? 1 : 0) + (forward ? 0 : 2);
        return Words.join(
                roadName(edge),
                Names.untranslated(Integer.toString(number)),
                directions.get(compass));
    }

    private Names roadName(int edge) {
        List<Names> first = Words.list("nature");
        List<Names> last = Words.list(classOf(edge) == RoadClass.LOCAL ? "street" : "main_road");
        int shift = chance.below("road name", 0, 0, first.size());
        int road = roadOf(edge) + shift;
        return Words.join(
                first.get(road % first.size()), last.get(road / first.size() % last.size()));
    }

    private String wardId(int edge, boolean forward) {
        int left = forward ? lattice.leftCell(edge) : lattice.rightCell(edge);
        int right = forward ? lattice.rightCell(edge) : lattice.leftCell(edge);
        int ward = lattice.isTown(left) ? wards.wardOf(left) : wards.wardOf(right);
        return TownGenerator.wardId(ward);
    }
}

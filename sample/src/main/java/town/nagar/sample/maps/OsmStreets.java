package town.nagar.sample.maps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import town.nagar.contracts.places.Point;
import town.nagar.sample.folder.Bounds;
import town.nagar.sample.folder.Ward;
import town.nagar.sample.roads.Degrees;
import town.nagar.sample.roads.RoadClass;
import town.nagar.sample.roads.RoadGraph;
import town.nagar.sample.roads.RoadLink;

/** Makes a road graph of ways: cut at junctions, clipped to bounds, only what hangs together. */
final class OsmStreets {
    private final OsmData data;
    private final Bounds bounds;
    private final List<Ward> wards;
    private final List<String> assumptions = new ArrayList<>();
    private final Map<Long, Integer> uses = new HashMap<>();
    private final List<RoadLink> links = new ArrayList<>();
    private int withoutSpeed;
    private int withoutLanes;

    private OsmStreets(OsmData data, Bounds bounds, List<Ward> wards) {
        this.data = data;
        this.bounds = bounds;
        this.wards = wards;
    }

    /** A way's stretch of nodes that are all known and within the bounds. */
    private record Stretch(OsmWay way, List<Long> nodes) {}

    /**
     * @param assumptions in sentences: what was missing and taken from the class, what was dropped
     */
    record Result(RoadGraph roads, List<String> assumptions) {}

    static Result of(OsmData data, Bounds bounds, List<Ward> wards) {
        OsmStreets streets = new OsmStreets(data, bounds, wards);
        RoadGraph whole = streets.graph();
        RoadGraph kept = streets.numbered(whole.largestStronglyConnectedPart());
        streets.state(whole, kept);
        return new Result(kept, List.copyOf(streets.assumptions));
    }

    private RoadGraph graph() {
        List<Stretch> stretches = new ArrayList<>();
        for (OsmWay way : data.highways()) {
            if (new StreetTags(way).findClass().isPresent()) {
                addStretches(way, stretches);
            }
        }
        stretches.forEach(this::countUses);
        stretches.forEach(this::addLinks);
        return new RoadGraph(links);
    }

    private void addStretches(OsmWay way, List<Stretch> stretches) {
        List<Long> run = new ArrayList<>();
        for (long node : way.nodes()) {
            if (data.findNode(node).filter(bounds::hold).isPresent()) {
                run.add(node);
            } else {
                addStretch(way, run, stretches);
                run = new ArrayList<>();
            }
        }
        addStretch(way, run, stretches);
    }

    private static void addStretch(OsmWay way, List<Long> run, List<Stretch> stretches) {
        if (run.size() > 1) {
            stretches.add(new Stretch(way, run));
        }
    }

    private void countUses(Stretch stretch) {
        stretch.nodes().forEach(node -> uses.merge(node, 1, Integer::sum));
        uses.merge(stretch.nodes().getFirst(), 1, Integer::sum);
        uses.merge(stretch.nodes().getLast(), 1, Integer::sum);
    }

    /** Cuts at nodes used more than once; a loop from a node to itself is cut in its middle too. */
    private void addLinks(Stretch stretch) {
        List<List<Long>> pieces = new ArrayList<>();
        int from = 0;
        for (int at = 1; at < stretch.nodes().size(); at++) {
            if (uses.getOrDefault(stretch.nodes().get(at), 0) > 1) {
                addPiece(stretch.nodes().subList(from, at + 1), pieces);
                from = at;
            }
        }
        StreetTags tags = new StreetTags(stretch.way());
        if (tags.isOpenForward()) {
            pieces.forEach(piece -> addLink(stretch.way(), piece, true));
        }
        if (tags.isOpenBackward()) {
            pieces.reversed().forEach(piece -> addLink(stretch.way(), piece.reversed(), false));
        }
    }

    private static void addPiece(List<Long> nodes, List<List<Long>> pieces) {
        if (!nodes.getFirst().equals(nodes.getLast())) {
            pieces.add(nodes);
        } else if (nodes.size() > 2) {
            int middle = nodes.size() / 2;
            pieces.add(nodes.subList(0, middle + 1));
            pieces.add(nodes.subList(middle, nodes.size()));
        }
    }

    private void addLink(OsmWay way, List<Long> nodes, boolean forward) {
        StreetTags tags = new StreetTags(way);
        RoadClass roadClass = tags.findClass().orElseThrow();
        Optional<Double> speed = tags.findSpeedKmh();
        Optional<Integer> lanes = tags.findLanes(forward);
        withoutSpeed += speed.isEmpty() ? 1 : 0;
        withoutLanes += lanes.isEmpty() ? 1 : 0;
        List<Point> line = nodes.stream().map(node -> data.findNode(node).orElseThrow()).toList();
        double lengthM = lengthM(line);
        if (lengthM > 0) {
            links.add(
                    new RoadLink(
                            "way-" + way.id(),
                            tags.road(),
                            tags.names(),
                            nodes.getFirst(),
                            nodes.getLast(),
                            roadClass,
                            lanes.orElse(roadClass.lanes()),
                            speed.orElse(roadClass.freeFlowKmh()),
                            roadClass.capacityPcuPerHour(lanes.orElse(roadClass.lanes())),
                            lengthM,
                            line,
                            wardOf(line),
                            tags.isBridge()));
        }
    }

    private static double lengthM(List<Point> line) {
        double sum = 0;
        for (int at = 1; at < line.size(); at++) {
            sum += Degrees.metres(line.get(at - 1), line.get(at));
        }
        return Math.round(sum * 10) / 10.0;
    }

    private String wardOf(List<Point> line) {
        Point middle = line.get(line.size() / 2);
        return wards.stream()
                .filter(ward -> ward.holds(middle))
                .map(Ward::id)
                .findFirst()
                .orElse("");
    }

    /** Main roads first; ids in that order. */
    private RoadGraph numbered(RoadGraph graph) {
        List<RoadLink> sorted =
                graph.links().stream().sorted(Comparator.comparing(RoadLink::roadClass)).toList();
        List<RoadLink> numbered = new ArrayList<>();
        for (RoadLink link : sorted) {
            numbered.add(link.withId("R%03d".formatted(numbered.size() + 1)));
        }
        return new RoadGraph(numbered);
    }

    private void state(RoadGraph whole, RoadGraph kept) {
        int links = whole.links().size();
        assumptions.add(
                String.format(
                        Locale.ROOT,
                        "Roads: %d links kept of %d; %d (%.1f km) dropped: no way in or out.",
                        kept.links().size(),
                        links,
                        links - kept.links().size(),
                        kilometres(whole) - kilometres(kept)));
        assumptions.add(
                "Speed limit missing on %d of %d links; by class %s km/h assumed."
                        .formatted(withoutSpeed, links, ofClasses(RoadClass::freeFlowKmh)));
        assumptions.add(
                "Lanes missing on %d of %d links; by class %s a direction assumed."
                        .formatted(withoutLanes, links, ofClasses(RoadClass::lanes)));
        assumptions.add("Road capacities follow class and lanes by IRC:106-1990, not surveys.");
    }

    private static String ofClasses(ToDoubleFunction<RoadClass> figure) {
        return Arrays.stream(RoadClass.values())
                .map(each -> "%s %.0f".formatted(each.word(), figure.applyAsDouble(each)))
                .collect(Collectors.joining(", "));
    }

    private static double kilometres(RoadGraph graph) {
        return graph.links().stream().mapToDouble(RoadLink::lengthM).sum() / 1_000;
    }
}

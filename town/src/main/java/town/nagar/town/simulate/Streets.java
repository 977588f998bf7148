package town.nagar.town.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.Point;
import town.nagar.engine.town.plan.Road;
import town.nagar.engine.town.plan.RoadClass;
import town.nagar.engine.town.plan.RoadNode;
import town.nagar.sample.layout.Spread;
import town.nagar.sample.roads.Degrees;
import town.nagar.sample.roads.StrongParts;

/** The roads of a town, of its largest part in which every place reaches every other. */
final class Streets {
    /** Where a zone's trips enter the roads: its middle-most crossing and some far from it. */
    private static final int ENTRIES = 4;

    private final List<Place> links;
    private final List<Point> points = new ArrayList<>();
    private final Map<String, Integer> nodes = new HashMap<>();
    private final Map<String, Set<Integer>> nodesOfZone = new HashMap<>();
    private final List<Road> roads = new ArrayList<>();
    private final int leftOut;

    /**
     * @param places of kind road
     * @throws IllegalArgumentException if there is none, or one lacks a figure
     */
    Streets(List<Place> places) {
        if (places.isEmpty()) {
            throw new IllegalArgumentException(
                    "the town has no roads; import it with --osm to simulate it");
        }
        links = connected(places);
        leftOut = places.size() - links.size();
        links.forEach(this::add);
    }

    private static List<Place> connected(List<Place> places) {
        var slots = new LinkedHashMap<String, Integer>();
        int[][] ends =
                places.stream()
                        .map(place ->
                                new int[] {
                                    slot(slots, place.label("from_node")),
                                    slot(slots, place.label("to_node"))
                                })
                        .toArray(int[][]::new);
        int[] part = new StrongParts(slots.size(), ends).partOfNodes();
        int largest = mostFrequent(part);
        return IntStream.range(0, places.size())
                .filter(link -> part[ends[link][0]] == largest && part[ends[link][1]] == largest)
                .mapToObj(places::get)
                .toList();
    }

    private static int slot(Map<String, Integer> slots, String name) {
        return slots.computeIfAbsent(name, _ -> slots.size());
    }

    private static int mostFrequent(int[] part) {
        int[] sizes = new int[part.length];
        Arrays.stream(part).forEach(each -> sizes[each]++);
        return IntStream.range(0, sizes.length)
                .boxed()
                .max(Comparator.comparingInt(each -> sizes[each]))
                .orElseThrow();
    }

    private void add(Place place) {
        List<Point> line = Ground.positions(place);
        int from = node(place.label("from_node"), line.getFirst());
        int to = node(place.label("to_node"), line.getLast());
        Set<Integer> ofZone =
                nodesOfZone.computeIfAbsent(place.label("zone"), _ -> new LinkedHashSet<>());
        ofZone.add(from);
        ofZone.add(to);
        roads.add(
                Road.of(
                        place.id(),
                        from,
                        to,
                        classOf(place),
                        place.figure("length_m"),
                        (int) place.figure("lanes"),
                        place.figure("capacity_pcu_per_hour"),
                        place.figure("free_flow_kmh")));
    }

    private int node(String name, Point point) {
        return nodes.computeIfAbsent(
                name,
                _ -> {
                    points.add(point);
                    return points.size() - 1;
                });
    }

    private static RoadClass classOf(Place place) {
        String word = place.label("class").toUpperCase(Locale.ROOT);
        return Arrays.stream(RoadClass.values())
                .filter(kind -> kind.name().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "%s: class is '%s'; allowed are %s"
                                        .formatted(
                                                place.id(),
                                                place.label("class"),
                                                List.of(RoadClass.values()))));
    }

    List<Road> roads() {
        return roads;
    }

    List<RoadNode> nodes(Ground ground) {
        return points.stream()
                .map(point -> new RoadNode(ground.eastMetres(point), ground.northMetres(point)))
                .toList();
    }

    /** How many links lead nowhere or come from nowhere and were left out. */
    int leftOut() {
        return leftOut;
    }

    /** Where a zone's trips enter the roads; the nearest crossing if none lies in it. */
    List<Integer> entries(Place zone) {
        Set<Integer> inside = nodesOfZone.getOrDefault(zone.id(), Set.of());
        List<Integer> nearestFirst =
                (inside.isEmpty() ? nodes.values() : inside)
                        .stream()
                                .sorted(
                                        Comparator.comparingDouble(
                                                        (Integer node) -> metres(node, zone))
                                                .thenComparing(Comparator.naturalOrder()))
                                .toList();
        int wanted = inside.isEmpty() ? 1 : Math.min(ENTRIES, inside.size());
        return Spread.over(nearestFirst, points::get, wanted);
    }

    private double metres(int node, Place zone) {
        return Degrees.metres(points.get(node), zone.point());
    }
}

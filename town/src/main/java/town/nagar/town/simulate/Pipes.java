package town.nagar.town.simulate;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.Point;
import town.nagar.engine.town.plan.HourSet;
import town.nagar.engine.town.plan.WaterPlan;
import town.nagar.engine.water.inp.InpReader;
import town.nagar.engine.water.network.Junction;
import town.nagar.engine.water.network.Network;
import town.nagar.norms.water.Supply;
import town.nagar.sample.folder.Bounds;
import town.nagar.sample.roads.Degrees;

/** A town's pipe network and which of its junctions feed which zone. */
final class Pipes {
    private static final int NO_ZONE = -1;
    private static final double ROOF_TANK_HOURS = 12;

    /** What the sources give over what is needed and lost. */
    private static final double PRODUCTION_SPARE = 1.1;

    private static final double LITRES_A_M3 = 1000;

    private final List<Place> zones;
    private final double residents;
    private final Network network;
    private final List<String> assumptions = new ArrayList<>();
    private final int[] zoneOfJunction;

    /**
     * @param inp an EPANET input file; empty if the town has none
     * @param file what messages call it
     */
    Pipes(List<Place> zones, double residents, Bounds bounds, String inp, String file) {
        this.zones = zones;
        this.residents = residents;
        if (inp.isEmpty()) {
            assumptions.add(
                    "The town has no pipe network: one main a ward from one source is assumed;"
                            + " what is said of water rests on that.");
            network = StarNetwork.of(zones, residents);
            zoneOfJunction = IntStream.range(0, zones.size()).toArray();
        } else {
            network = read(inp, file);
            zoneOfJunction = zones(bounds, tags(inp));
        }
        feedEveryZone(bounds);
    }

    private static Network read(String inp, String file) {
        try {
            return InpReader.read(new StringReader(inp), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The zone that each node of the file is tagged with. */
    private static Map<String, String> tags(String inp) {
        var tags = new HashMap<String, String>();
        boolean inside = false;
        for (String line : inp.lines().map(String::strip).toList()) {
            if (line.startsWith("[")) {
                inside = line.toUpperCase(Locale.ROOT).startsWith("[TAG");
            } else if (inside && line.toUpperCase(Locale.ROOT).startsWith("NODE")) {
                String[] words = line.split("\\s+", -1);
                if (words.length >= 3) {
                    tags.put(words[1], words[2]);
                }
            }
        }
        return tags;
    }

    private int[] zones(Bounds bounds, Map<String, String> tags) {
        List<String> ids = zones.stream().map(Place::id).toList();
        boolean anyDemand = junctions().stream().anyMatch(Pipes::isDrawnFrom);
        var zoneOf = new int[network.junctionCount()];
        boolean placed = false;
        for (int at = 0; at < zoneOf.length; at++) {
            Junction junction = junctions().get(at);
            int tagged = ids.indexOf(tags.getOrDefault(junction.id(), ""));
            boolean feeds = !anyDemand || isDrawnFrom(junction);
            placed |= feeds && tagged < 0;
            zoneOf[at] = !feeds ? NO_ZONE : tagged >= 0 ? tagged : nearestZone(at, bounds);
        }
        if (placed) {
            assumptions.add(
                    "Junctions of the pipe network without a zone's tag feed the nearest ward by their coordinates.");
        }
        return zoneOf;
    }

    private List<Junction> junctions() {
        return network.nodes().stream()
                .limit(network.junctionCount())
                .map(Junction.class::cast)
                .toList();
    }

    private static boolean isDrawnFrom(Junction junction) {
        return junction.demands().stream().anyMatch(demand -> demand.baseM3PerSecond() > 0);
    }

    private int nearestZone(int junction, Bounds bounds) {
        Optional<Point> point = point(junction, bounds);
        return point.isEmpty()
                ? junction % zones.size()
                : IntStream.range(0, zones.size())
                        .boxed()
                        .min((a, b) ->
                                Double.compare(metres(a, point.get()), metres(b, point.get())))
                        .orElseThrow();
    }

    private double metres(int zone, Point point) {
        return Degrees.metres(zones.get(zone).point(), point);
    }

    /** On the map: as degrees if they fit the town, else the file's map laid over the town's. */
    private Optional<Point> point(int junction, Bounds bounds) {
        Network.MapPoint at = network.positions().get(network.nodes().get(junction).id());
        if (at == null) {
            return Optional.empty();
        }
        if (isInDegrees(bounds)) {
            return Optional.of(new Point(at.y(), at.x()));
        }
        double east = share(at.x(), xs());
        double north = share(at.y(), ys());
        return Optional.of(
                new Point(
                        bounds.south() + north * (bounds.north() - bounds.south()),
                        bounds.west() + east * (bounds.east() - bounds.west())));
    }

    private boolean isInDegrees(Bounds bounds) {
        double width = bounds.east() - bounds.west();
        return Arrays.stream(xs())
                        .allMatch(x -> x > bounds.west() - width && x < bounds.east() + width)
                && Arrays.stream(ys())
                        .allMatch(y -> y > bounds.south() - width && y < bounds.north() + width);
    }

    private double[] xs() {
        return network.positions().values().stream()
                .mapToDouble(Network.MapPoint::x)
                .sorted()
                .toArray();
    }

    private double[] ys() {
        return network.positions().values().stream()
                .mapToDouble(Network.MapPoint::y)
                .sorted()
                .toArray();
    }

    private static double share(double value, double[] ascending) {
        double least = ascending[0];
        double most = ascending[ascending.length - 1];
        return most > least ? (value - least) / (most - least) : 0.5;
    }

    /** Gives each zone without a junction one of a zone that has several. */
    private void feedEveryZone(Bounds bounds) {
        for (int zone = 0; zone < zones.size(); zone++) {
            if (count(zone) == 0) {
                int unfed = zone;
                int junction =
                        IntStream.range(0, zoneOfJunction.length)
                                .filter(at ->
                                        zoneOfJunction[at] != NO_ZONE
                                                && count(zoneOfJunction[at]) > 1)
                                .boxed()
                                .min((a, b) ->
                                        Double.compare(
                                                away(a, unfed, bounds), away(b, unfed, bounds)))
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                "water.inp has too few junctions to feed %d wards"
                                                        .formatted(zones.size())));
                zoneOfJunction[junction] = zone;
                assumptions.add(
                        "No junction of the pipe network lies in ward %s: the nearest feeds it."
                                .formatted(zones.get(zone).id()));
            }
        }
    }

    private long count(int zone) {
        return Arrays.stream(zoneOfJunction).filter(each -> each == zone).count();
    }

    private double away(int junction, int zone, Bounds bounds) {
        return point(junction, bounds).map(at -> metres(zone, at)).orElse(0.0);
    }

    WaterPlan plan() {
        double litres = Supply.PIPED_WITH_SEWERAGE.litresPerCapitaDay();
        double neededM3 = residents * litres / LITRES_A_M3 / (1 - Supply.MAX_LOSS_SHARE);
        return new WaterPlan(
                network,
                Arrays.stream(zoneOfJunction).boxed().toList(),
                Collections.nCopies(zones.size(), HourSet.ALL),
                ROOF_TANK_HOURS,
                neededM3 * PRODUCTION_SPARE,
                Supply.MAX_LOSS_SHARE,
                litres);
    }

    List<String> assumptions() {
        return assumptions;
    }
}

package town.nagar.checks.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import town.nagar.engine.traffic.RoadNetwork;
import town.nagar.engine.traffic.TripTable;
import town.nagar.sample.folder.Town;
import town.nagar.sample.folder.Ward;
import town.nagar.sample.generate.TownGenerator;
import town.nagar.sample.roads.RoadLink;

/**
 * Roads and a busy hour's trips of a generated town: each ward sends and takes trips at the
 * junction of its first link, as many as its people, fewer to wards further away.
 */
record GeneratedTraffic(RoadNetwork network, TripTable trips) {
    private static final double B = 0.15;
    private static final double POWER = 4;
    private static final double METRES_OF_A_TRIP = 2500;
    private static final double METRES_A_DEGREE = 111_195;

    /**
     * @param tripsPerPerson PCU that leave in the hour, a head of the population
     */
    static GeneratedTraffic of(long seed, int population, double tripsPerPerson) {
        Town town = TownGenerator.generate(seed, population);
        List<Ward> wards = new ArrayList<>();
        List<RoadLink> gates = new ArrayList<>();
        Map<Long, Integer> nodes = new LinkedHashMap<>();
        for (Ward ward : town.wards()) {
            town.roads().links().stream()
                    .filter(link -> link.wardId().equals(ward.id()))
                    .filter(link -> !nodes.containsKey(link.fromNode()))
                    .findFirst()
                    .ifPresent(link -> {
                        wards.add(ward);
                        gates.add(link);
                        nodes.put(link.fromNode(), nodes.size() + 1);
                    });
        }
        RoadNetwork network = network(town, nodes, wards.size());
        return new GeneratedTraffic(network, trips(wards, gates, population * tripsPerPerson));
    }

    private static RoadNetwork network(Town town, Map<Long, Integer> nodes, int zones) {
        List<town.nagar.engine.traffic.RoadLink> roads = new ArrayList<>();
        for (RoadLink link : town.roads().links()) {
            nodes.putIfAbsent(link.fromNode(), nodes.size() + 1);
            nodes.putIfAbsent(link.toNode(), nodes.size() + 1);
            double kilometres = link.lengthM() / 1000;
            roads.add(
                    new town.nagar.engine.traffic.RoadLink(
                            Objects.requireNonNull(nodes.get(link.fromNode())),
                            Objects.requireNonNull(nodes.get(link.toNode())),
                            link.capacityPcuPerHour(),
                            kilometres,
                            60 * kilometres / link.freeFlowKmh(),
                            B,
                            POWER,
                            0));
        }
        return RoadNetwork.of(zones, nodes.size(), 1, roads);
    }

    private static TripTable trips(List<Ward> wards, List<RoadLink> gates, double all) {
        var weights = new double[wards.size()][wards.size()];
        double sum = 0;
        for (int from = 0; from < wards.size(); from++) {
            for (int to = 0; to < wards.size(); to++) {
                if (from != to) {
                    double near =
                            StrictMath.exp(
                                    -metres(gates.get(from), gates.get(to)) / METRES_OF_A_TRIP);
                    weights[from][to] =
                            near * wards.get(from).population() * wards.get(to).population();
                    sum += weights[from][to];
                }
            }
        }
        TripTable.Builder trips = TripTable.builder(wards.size());
        for (int from = 0; from < wards.size(); from++) {
            for (int to = 0; to < wards.size(); to++) {
                if (weights[from][to] > 0) {
                    trips.add(from + 1, to + 1, all * weights[from][to] / sum);
                }
            }
        }
        return trips.build();
    }

    private static double metres(RoadLink one, RoadLink other) {
        var a = one.line().getFirst();
        var b = other.line().getFirst();
        double north = a.lat() - b.lat();
        double east = (a.lon() - b.lon()) * StrictMath.cos(Math.toRadians(a.lat()));
        return METRES_A_DEGREE * Math.hypot(north, east);
    }
}

package town.nagar.engine.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Small networks for the tests. */
final class Roads {
    private static final double[] POWERS = {4, 4, 1, 2.5, 0, 5.2, 12};

    private Roads() {}

    /** A link whose time is free + slope x flow. */
    static RoadLink linear(int from, int to, double free, double slope) {
        return new RoadLink(from, to, 1, 0, free, slope / free, 1, 0);
    }

    /** A link whose time is always the same. */
    static RoadLink constant(int from, int to, double time) {
        return new RoadLink(from, to, 0, 0, time, 0, 0, 0);
    }

    /** The usual law, 0.15 and 4. */
    static RoadLink usual(int from, int to, double free, double capacity) {
        return new RoadLink(from, to, capacity, 1, free, 0.15, 4, 0);
    }

    static TripTable trips(int zones, int from, int to, double number) {
        return TripTable.builder(zones).add(from, to, number).build();
    }

    /** A ring with chords, 6 zones of 25 nodes, laws of every kind and tolls here and there. */
    static RoadNetwork random(long seed) {
        var chance = new SplittableRandom(seed);
        int nodes = 25;
        List<RoadLink> links = new ArrayList<>();
        for (int node = 1; node <= nodes; node++) {
            links.add(random(chance, node, node % nodes + 1));
            links.add(random(chance, node % nodes + 1, node));
        }
        for (int chord = 0; chord < 30; chord++) {
            links.add(random(chance, 1 + chance.nextInt(nodes), 1 + chance.nextInt(nodes)));
        }
        return RoadNetwork.of(6, nodes, 1, links);
    }

    private static RoadLink random(SplittableRandom chance, int from, int to) {
        double power = POWERS[chance.nextInt(POWERS.length)];
        double free = chance.nextInt(8) == 0 ? 0 : chance.nextDouble(1, 10);
        double toll = chance.nextInt(5) == 0 ? chance.nextDouble(3) : 0;
        double capacity = chance.nextDouble(20, 80);
        double b = chance.nextInt(8) == 0 ? 0 : chance.nextDouble(0.1, 1);
        return new RoadLink(from, to, capacity, chance.nextDouble(5), free, b, power, toll);
    }

    static TripTable randomTrips(long seed) {
        var chance = new SplittableRandom(~seed);
        var table = TripTable.builder(6);
        for (int from = 1; from <= 6; from++) {
            for (int to = 1; to <= 6; to++) {
                if (chance.nextInt(4) > 0) {
                    table.add(from, to, chance.nextDouble(30));
                }
            }
        }
        return table.build();
    }

    /** Braess 1968: six trips from node 1 to node 2, with or without the bridge from 3 to 4. */
    static RoadNetwork braess(boolean bridge) {
        List<RoadLink> links =
                new ArrayList<>(
                        List.of(
                                linear(1, 3, 1e-8, 10),
                                linear(1, 4, 50, 1),
                                linear(3, 2, 50, 1),
                                linear(4, 2, 1e-8, 10)));
        if (bridge) {
            links.add(linear(3, 4, 10, 1));
        }
        return RoadNetwork.of(2, 4, 1, links);
    }
}

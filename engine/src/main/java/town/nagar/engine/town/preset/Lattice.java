package town.nagar.engine.town.preset;

import java.util.ArrayList;
import java.util.List;
import town.nagar.engine.town.plan.Road;
import town.nagar.engine.town.plan.RoadClass;
import town.nagar.engine.town.plan.RoadNode;
import town.nagar.engine.town.plan.Zone;

/**
 * A square lattice of roads with square wards of three by three blocks that thin out from the
 * middle.
 *
 * @param spacingMetres of its lines
 * @param streetsALine that a line stands for
 */
record Lattice(int wardsAcross, double residents, double spacingMetres, double streetsALine) {
    private static final int BLOCK = 3;

    private int nodesAcross() {
        return wardsAcross * BLOCK + 1;
    }

    double sideMetres() {
        return (nodesAcross() - 1) * spacingMetres;
    }

    double wardMetres() {
        return BLOCK * spacingMetres;
    }

    /** Wards in the middle hold more people, and still more jobs. */
    List<Zone> zones() {
        List<Zone> zones = new ArrayList<>();
        double sum = 0;
        double jobSum = 0;
        for (int ward = 0; ward < wardsAcross * wardsAcross; ward++) {
            sum += pull(ward, 0.5);
            jobSum += pull(ward, 1.2);
        }
        for (int ward = 0; ward < wardsAcross * wardsAcross; ward++) {
            double people = residents * pull(ward, 0.5) / sum;
            zones.add(zone(ward, people, 0.36 * residents * pull(ward, 1.2) / jobSum));
        }
        return zones;
    }

    private Zone zone(int ward, double people, double jobs) {
        int column = ward % wardsAcross;
        int row = ward / wardsAcross;
        double side = wardMetres();
        Zone plain =
                Zone.of(
                        "Z%03d".formatted(ward + 1),
                        (column + 0.5) * side,
                        (row + 0.5) * side,
                        side * side / 1e6,
                        people,
                        List.of(
                                node(column * BLOCK + 1, row * BLOCK + 1),
                                node(column * BLOCK + 2, row * BLOCK + 2),
                                node(column * BLOCK + 1, row * BLOCK + 2),
                                node(column * BLOCK + 2, row * BLOCK + 1)));
        return new Zone(
                plain.id(),
                plain.eastMetres(),
                plain.northMetres(),
                plain.areaKm2(),
                people,
                jobs,
                plain.roadNodes(),
                plain.hearthGramsPerSecond(),
                plain.burntWasteKgPerDay());
    }

    private double pull(int ward, double steepness) {
        int column = ward % wardsAcross;
        int row = ward / wardsAcross;
        double dx = column + 0.5 - wardsAcross / 2.0;
        double dy = row + 0.5 - wardsAcross / 2.0;
        return StrictMath.exp(-steepness * Math.sqrt(dx * dx + dy * dy));
    }

    private int node(int column, int row) {
        return row * nodesAcross() + column;
    }

    List<RoadNode> nodes() {
        List<RoadNode> nodes = new ArrayList<>();
        for (int row = 0; row < nodesAcross(); row++) {
            for (int column = 0; column < nodesAcross(); column++) {
                nodes.add(new RoadNode(column * spacingMetres, row * spacingMetres));
            }
        }
        return nodes;
    }

    List<Road> roads() {
        List<Road> roads = new ArrayList<>();
        for (int line = 0; line < nodesAcross(); line++) {
            for (int step = 0; step + 1 < nodesAcross(); step++) {
                bothWays(line, node(step, line), node(step + 1, line), roads);
                bothWays(line, node(line, step), node(line, step + 1), roads);
            }
        }
        return roads;
    }

    /** Lines between wards are arterials and sub-arterials in turn, those within collectors. */
    private void bothWays(int line, int from, int to, List<Road> roads) {
        RoadClass kind =
                line % BLOCK != 0
                        ? RoadClass.COLLECTOR
                        : line % (2 * BLOCK) == 0 ? RoadClass.ARTERIAL : RoadClass.SUB_ARTERIAL;
        roads.add(road(roads.size(), from, to, kind));
        roads.add(road(roads.size(), to, from, kind));
    }

    private Road road(int number, int from, int to, RoadClass kind) {
        String id = "R%04d".formatted(number + 1);
        return switch (kind) {
            case ARTERIAL -> Road.of(id, from, to, kind, spacingMetres, 2, 1800 * streetsALine, 50);
            case SUB_ARTERIAL ->
                    Road.of(id, from, to, kind, spacingMetres, 2, 1200 * streetsALine, 40);
            case COLLECTOR -> Road.of(id, from, to, kind, spacingMetres, 1, 450 * streetsALine, 30);
            case LOCAL -> Road.of(id, from, to, kind, spacingMetres, 1, 300 * streetsALine, 20);
        };
    }
}

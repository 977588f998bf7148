package town.nagar.engine.town;

import java.util.List;
import town.nagar.engine.air.AgedAir;
import town.nagar.engine.air.Emitter;
import town.nagar.engine.town.plan.Zone;

/** The square cells of air over a town's zones and sources, and which of them lie where. */
final class AirCells {
    private static final int MOST_ACROSS = 4;
    private static final double LEAST_METRES = 3_000;

    private final double west;
    private final double south;
    private final double cellMetres;
    private final int columns;
    private final int rows;

    final int[] ofZone;
    final int[] ofEmitter;

    AirCells(List<Zone> zones, List<Emitter> emitters) {
        double[] westEast = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        double[] southNorth = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (Zone zone : zones) {
            double half = 500 * Math.sqrt(zone.areaKm2());
            widen(westEast, zone.eastMetres(), half);
            widen(southNorth, zone.northMetres(), half);
        }
        for (Emitter emitter : emitters) {
            widen(westEast, emitter.middleEastMetres(), 0);
            widen(southNorth, emitter.middleNorthMetres(), 0);
        }
        west = westEast[0];
        south = southNorth[0];
        double widest = Math.max(westEast[1] - west, southNorth[1] - south);
        cellMetres = Math.max(LEAST_METRES, widest / MOST_ACROSS);
        columns = across(westEast[1] - west);
        rows = across(southNorth[1] - south);
        ofZone = zones.stream().mapToInt(z -> cell(z.eastMetres(), z.northMetres())).toArray();
        ofEmitter =
                emitters.stream()
                        .mapToInt(e -> cell(e.middleEastMetres(), e.middleNorthMetres()))
                        .toArray();
    }

    private static void widen(double[] range, double middle, double half) {
        range[0] = Math.min(range[0], middle - half);
        range[1] = Math.max(range[1], middle + half);
    }

    private int across(double metres) {
        return Math.clamp((int) Math.ceil(metres / cellMetres), 1, MOST_ACROSS);
    }

    private int cell(double east, double north) {
        int column = Math.clamp((int) ((east - west) / cellMetres), 0, columns - 1);
        int row = Math.clamp((int) ((north - south) / cellMetres), 0, rows - 1);
        return row * columns + column;
    }

    int count() {
        return columns * rows;
    }

    /** Clean air over them. */
    AgedAir cleanAir() {
        return new AgedAir(columns, rows, cellMetres);
    }
}

package town.nagar.sample.generate;

import java.util.ArrayList;
import java.util.List;
import town.nagar.contracts.places.Point;

/** A water network in the making; lengths in metres, flows in litres a second. */
final class WaterNetwork {
    /** Where pipes meet and people draw water; 0 demand where only pipes meet. */
    record Junction(String id, String zone, Point point, double elevationM, double demandLps) {}

    record Pipe(String id, String zone, String from, String to, double lengthM, int diameterMm) {}

    /** A source of constant head. */
    record Reservoir(String id, Point point, double headM) {}

    /** A service reservoir on a tower; levels are above its floor. */
    record Tank(
            String id,
            Point point,
            double floorM,
            double initialM,
            double leastM,
            double mostM,
            double diameterM) {}

    /** A pump that fills a tank: runs below one level and stops above another. */
    record Pump(
            String id,
            String from,
            String to,
            double designLps,
            double designHeadM,
            String tank,
            double startBelowM,
            double stopAboveM) {}

    private final List<Junction> junctions = new ArrayList<>();
    private final List<Pipe> pipes = new ArrayList<>();
    private final List<Reservoir> reservoirs = new ArrayList<>();
    private final List<Tank> tanks = new ArrayList<>();
    private final List<Pump> pumps = new ArrayList<>();

    List<Junction> junctions() {
        return junctions;
    }

    List<Pipe> pipes() {
        return pipes;
    }

    List<Reservoir> reservoirs() {
        return reservoirs;
    }

    List<Tank> tanks() {
        return tanks;
    }

    List<Pump> pumps() {
        return pumps;
    }
}

package town.nagar.engine.traffic.mixed;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import town.nagar.engine.traffic.TripTable;

/**
 * What wants to use the roads in one hour.
 *
 * @param pcu trips of all kinds together, in PCU; what an assignment takes
 * @param vehicles by kind, trips between zones in vehicles
 * @param stayingAway by kind, trips in vehicles that restrictions kept off the roads
 */
public record HourDemand(
        TripTable pcu, Map<String, TripTable> vehicles, Map<String, Double> stayingAway) {
    /** Copies the maps. */
    public HourDemand {
        vehicles = Map.copyOf(vehicles);
        stayingAway = Map.copyOf(stayingAway);
    }

    /**
     * Trips of one kind in vehicles.
     *
     * @throws IllegalArgumentException if there is no such kind
     */
    public TripTable vehicles(String kind) {
        return Optional.ofNullable(vehicles.get(kind)).orElseThrow(() -> unknown(kind));
    }

    /**
     * Trips of one kind, in vehicles, that restrictions kept off the roads.
     *
     * @throws IllegalArgumentException if there is no such kind
     */
    public double stayingAway(String kind) {
        return Optional.ofNullable(stayingAway.get(kind)).orElseThrow(() -> unknown(kind));
    }

    private IllegalArgumentException unknown(String kind) {
        return new IllegalArgumentException(
                "no kind of vehicle '%s'; allowed are %s"
                        .formatted(kind, new TreeSet<>(vehicles.keySet())));
    }
}

package town.nagar.streams.traffic;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import town.nagar.contracts.places.Place;
import town.nagar.norms.traffic.Congestion;
import town.nagar.norms.traffic.LevelOfService;
import town.nagar.norms.traffic.Pcu;
import town.nagar.norms.traffic.VehicleClass;

/**
 * What was counted on a road, by the norms.
 *
 * @param pcuPerHour passenger car units an hour; NaN if not known
 * @param volumeOverCapacity NaN if not known
 * @param congestionLevel 0 to 100; NaN if not known
 * @param basis what the level rests on: {@code pcu_classified} or {@code pcu_estimated}, {@code
 *     speed}, or both joined by {@code +}; empty if there is no level
 */
record RoadFlow(
        double pcuPerHour, double volumeOverCapacity, double congestionLevel, String basis) {
    /**
     * The flow of a count.
     *
     * @param quantity the count of a vehicle class or of all by quantity name; NaN if not known
     * @param intervalSeconds in which it was counted; NaN if not known
     * @param speedKmh mean; NaN if not known
     */
    static RoadFlow of(
            ToDoubleFunction<String> quantity,
            double intervalSeconds,
            double speedKmh,
            Optional<Place> road) {
        double classified = classified(quantity);
        boolean estimated = Double.isNaN(classified);
        double pcu =
                estimated
                        ? Pcu.ofUnclassified(quantity.applyAsDouble("vehicle_count"))
                        : classified;
        double perHour = Pcu.perHour(pcu, intervalSeconds);
        double capacity =
                road.map(place -> place.figure("capacity_pcu_per_hour")).orElse(Double.NaN);
        double freeFlow = road.map(place -> place.figure("free_flow_kmh")).orElse(Double.NaN);
        double ratio = perHour / capacity;
        int level = Congestion.level(ratio, speedKmh, freeFlow);
        return new RoadFlow(
                perHour,
                ratio,
                level == Congestion.UNKNOWN ? Double.NaN : level,
                basis(ratio, speedKmh / freeFlow, estimated));
    }

    private static double classified(ToDoubleFunction<String> quantity) {
        double[] counts = new double[VehicleClass.all().size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = quantity.applyAsDouble(VehicleClass.all().get(i).quantity());
        }
        return Pcu.ofClasses(counts);
    }

    private static String basis(double ratio, double speedShare, boolean estimated) {
        String volume = estimated ? "pcu_estimated" : "pcu_classified";
        if (Double.isNaN(ratio)) {
            return Double.isNaN(speedShare) ? "" : "speed";
        }
        return Double.isNaN(speedShare) ? volume : volume + "+speed";
    }

    /** The letter of the level of service; empty if volume or capacity is not known. */
    String levelOfService() {
        return Double.isNaN(volumeOverCapacity) ? "" : LevelOfService.of(volumeOverCapacity).name();
    }
}

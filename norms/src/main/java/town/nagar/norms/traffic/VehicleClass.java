package town.nagar.norms.traffic;

import java.util.List;

/**
 * A class of vehicle with its passenger car units: how much of the road it takes, in cars.
 *
 * <p>IRC:106-1990, table 1: one figure up to a share of 5 % of the stream, another from 10 %;
 * linear between, which is Nagar's rule.
 */
public enum VehicleClass {
    TWO_WHEELER("two_wheeler_count", 0.5, 0.75, 0.55),
    CAR("car_count", 1, 1, 0.24),
    AUTO("auto_count", 1.2, 2.0, 0.12),
    LCV("lcv_count", 1.4, 2.0, 0.04),
    HEAVY("heavy_count", 2.2, 3.7, 0.02),
    TRACTOR("tractor_count", 4, 5, 0.005),
    CYCLE("cycle_count", 0.4, 0.5, 0.02),
    CYCLE_RICKSHAW("cycle_rickshaw_count", 1.5, 2, 0.005);

    private static final List<VehicleClass> ALL = List.of(values());
    private static final double RARE = 0.05;
    private static final double FREQUENT = 0.10;

    private final String quantity;
    private final double rarePcu;
    private final double frequentPcu;
    private final double townShare;

    VehicleClass(String quantity, double rarePcu, double frequentPcu, double townShare) {
        this.quantity = quantity;
        this.rarePcu = rarePcu;
        this.frequentPcu = frequentPcu;
        this.townShare = townShare;
    }

    /** In the order of {@link #ordinal()}. */
    public static List<VehicleClass> all() {
        return ALL;
    }

    /** The name of its count in readings. */
    public String quantity() {
        return quantity;
    }

    /** Its share of an Indian town's stream where nobody counts by class: Nagar's assumption. */
    public double townShare() {
        return townShare;
    }

    /**
     * Cars that one vehicle stands for.
     *
     * @param share of the stream, 0 to 1
     */
    public double pcu(double share) {
        if (share <= RARE) {
            return rarePcu;
        }
        double weight = Math.min(1, (share - RARE) / (FREQUENT - RARE));
        return rarePcu + weight * (frequentPcu - rarePcu);
    }
}

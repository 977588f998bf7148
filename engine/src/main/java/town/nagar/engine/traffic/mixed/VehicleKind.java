package town.nagar.engine.traffic.mixed;

/**
 * A class of vehicles and the room it takes, in passenger car units (PCU).
 *
 * <p>As in IRC:106-1990 the PCU of one vehicle depends on the share of its class in the stream: one
 * value up to 5 %, another from 10 %, linear between.
 *
 * @param name as in the data, for instance {@code two_wheeler}
 * @param rarePcu PCU up to a share of 5 %; positive
 * @param frequentPcu PCU from a share of 10 %; positive
 */
public record VehicleKind(String name, double rarePcu, double frequentPcu) {
    private static final double RARE_SHARE = 0.05;
    private static final double FREQUENT_SHARE = 0.10;

    /**
     * @throws IllegalArgumentException if the name is blank or a PCU is not positive
     */
    public VehicleKind {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a kind of vehicle has no name");
        }
        requirePositive(name, rarePcu);
        requirePositive(name, frequentPcu);
    }

    private static void requirePositive(String name, double pcu) {
        if (!(pcu > 0 && pcu < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "PCU of %s is %s; allowed are numbers above 0".formatted(name, pcu));
        }
    }

    /**
     * PCU of one vehicle.
     *
     * @param share of this kind in all vehicles of the stream, 0 to 1
     */
    public double pcu(double share) {
        double way = (share - RARE_SHARE) / (FREQUENT_SHARE - RARE_SHARE);
        return rarePcu + Math.clamp(way, 0, 1) * (frequentPcu - rarePcu);
    }
}

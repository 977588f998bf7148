package town.nagar.engine.town.policy;

/**
 * How buses run.
 *
 * @param fareFactor of the usual fare, 0 to 10; 0 is free travel
 * @param frequencyFactor of the usual buses an hour, 0 to 20: more wait less and find more room
 * @param laneSpeedFactor of the speed of buses, 0.1 to 5, as by lanes of their own
 */
public record BusService(double fareFactor, double frequencyFactor, double laneSpeedFactor) {
    /** As ever. */
    public static final BusService USUAL = new BusService(1, 1, 1);

    /**
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public BusService {
        Checks.requireBetween("bus: fare factor", fareFactor, 0, 10);
        Checks.requireBetween("bus: frequency factor", frequencyFactor, 0, 20);
        Checks.requireBetween("bus: lane speed factor", laneSpeedFactor, 0.1, 5);
    }
}

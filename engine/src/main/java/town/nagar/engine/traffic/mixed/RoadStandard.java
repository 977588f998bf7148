package town.nagar.engine.traffic.mixed;

import town.nagar.engine.traffic.RoadLink;

/**
 * What roads of one class carry and how they fill, for instance a two-lane collector of
 * IRC:106-1990.
 *
 * @param name as in the data
 * @param capacityPcuPerHour design service volume; positive
 * @param bothDirections whether the two directions share that volume, half each
 * @param freeFlowKilometresPerHour positive
 * @param b delay at capacity as a share of the free flow time; 0.15 where nothing is measured
 * @param power how steeply the delay grows; 4 where nothing is measured
 */
public record RoadStandard(
        String name,
        double capacityPcuPerHour,
        boolean bothDirections,
        double freeFlowKilometresPerHour,
        double b,
        double power) {
    private static final double MINUTES_PER_HOUR = 60;

    /**
     * @throws IllegalArgumentException naming the standard, the value and what is allowed
     */
    public RoadStandard {
        requirePositive(name, "capacity", capacityPcuPerHour);
        requirePositive(name, "free flow speed", freeFlowKilometresPerHour);
    }

    private static void requirePositive(String name, String field, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "%s of road standard '%s' is %s; allowed are numbers above 0"
                            .formatted(field, name, value));
        }
    }

    /** Capacity of one direction. */
    public double directionPcuPerHour() {
        return bothDirections ? capacityPcuPerHour / 2 : capacityPcuPerHour;
    }

    /**
     * One direction of a road of this class: capacity in PCU per hour, time in minutes.
     *
     * @param from node, from 1
     * @param to node, from 1
     * @param kilometres its length; not negative
     * @throws IllegalArgumentException naming what is out of range
     */
    public RoadLink link(int from, int to, double kilometres) {
        double minutes = kilometres / freeFlowKilometresPerHour * MINUTES_PER_HOUR;
        return new RoadLink(from, to, directionPcuPerHour(), kilometres, minutes, b, power, 0);
    }
}

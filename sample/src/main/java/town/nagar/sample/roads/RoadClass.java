package town.nagar.sample.roads;

import java.util.Locale;
import town.nagar.norms.traffic.RoadCapacity;

/**
 * What a road is for, and what follows where nothing is measured.
 *
 * <p>Capacities are the norms' for both directions together, halved for one: four lanes divided for
 * arterials, four undivided for sub-arterials, two for collectors. The norms have no local street:
 * 600 PCU an hour is our own rule. Speeds are our rule too.
 */
public enum RoadClass {
    ARTERIAL(2, 50, RoadCapacity.FOUR_LANE_DIVIDED.pcuPerHour("arterial")),
    SUB_ARTERIAL(2, 40, RoadCapacity.FOUR_LANE_UNDIVIDED.pcuPerHour("sub_arterial")),
    COLLECTOR(1, 30, RoadCapacity.TWO_LANE_TWO_WAY.pcuPerHour("collector")),
    LOCAL(1, 20, 600);

    private final int lanes;
    private final double freeFlowKmh;
    private final double bothWaysPcuPerHour;

    RoadClass(int lanes, double freeFlowKmh, double bothWaysPcuPerHour) {
        this.lanes = lanes;
        this.freeFlowKmh = freeFlowKmh;
        this.bothWaysPcuPerHour = bothWaysPcuPerHour;
    }

    /** Lanes of one direction. */
    public int lanes() {
        return lanes;
    }

    public double freeFlowKmh() {
        return freeFlowKmh;
    }

    /** What one direction with this many lanes carries. */
    public double capacityPcuPerHour(int lanesOfDirection) {
        return bothWaysPcuPerHour / 2 * lanesOfDirection / lanes;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it joins quarters of the town rather than houses to it. */
    public boolean isMain() {
        return this == ARTERIAL || this == SUB_ARTERIAL;
    }
}

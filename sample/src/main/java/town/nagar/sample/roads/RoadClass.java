package town.nagar.sample.roads;

import java.util.Locale;

/**
 * What a road is for, and what follows where nothing is measured.
 *
 * <p>Capacities are the design service volumes of IRC:106-1990, table 2, both directions together,
 * halved for one direction: 4-lane divided arterial 3600, 4-lane undivided sub-arterial 2400,
 * 2-lane collector 900 PCU/h. The table has no local street: 600 is our own rule. Speeds are our
 * rule too.
 */
public enum RoadClass {
    ARTERIAL(2, 50, 1800),
    SUB_ARTERIAL(2, 40, 1200),
    COLLECTOR(1, 30, 450),
    LOCAL(1, 20, 300);

    private final int lanes;
    private final double freeFlowKmh;
    private final double capacityPcuPerHour;

    RoadClass(int lanes, double freeFlowKmh, double capacityPcuPerHour) {
        this.lanes = lanes;
        this.freeFlowKmh = freeFlowKmh;
        this.capacityPcuPerHour = capacityPcuPerHour;
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
        return capacityPcuPerHour * lanesOfDirection / lanes;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it joins quarters of the town rather than houses to it. */
    public boolean isMain() {
        return this == ARTERIAL || this == SUB_ARTERIAL;
    }
}

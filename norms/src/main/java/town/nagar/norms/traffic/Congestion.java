package town.nagar.norms.traffic;

/**
 * How congested a road is, 0 to 100: the worse of how full it is and how much speed is lost.
 *
 * <p>round(100 max(min(1, v/c), 1 - speed / free-flow speed)), each part clamped to 0 to 1.
 */
public final class Congestion {
    /** No level can be told. */
    public static final int UNKNOWN = -1;

    private Congestion() {}

    /**
     * The level.
     *
     * @param volumeOverCapacity NaN if not known
     * @param speedKmh NaN if not known
     * @param freeFlowKmh NaN if not known
     * @return 0 to 100, or {@link #UNKNOWN} if neither part is known
     */
    public static int level(double volumeOverCapacity, double speedKmh, double freeFlowKmh) {
        double full = clamp(volumeOverCapacity);
        double slow = clamp(1 - speedKmh / freeFlowKmh);
        double worse = Double.isNaN(full) ? slow : Double.isNaN(slow) ? full : Math.max(full, slow);
        return Double.isNaN(worse) ? UNKNOWN : (int) Math.floor(100 * worse + 0.5);
    }

    private static double clamp(double share) {
        return Math.max(0, Math.min(1, share));
    }
}

package town.nagar.norms.traffic;

/** How well a road serves, A to F, by volume over capacity (IRC:106-1990; D to E: Nagar's rule). */
public enum LevelOfService {
    A(0.30),
    B(0.60),
    C(0.75),
    D(0.90),
    E(1.00),
    F(Double.POSITIVE_INFINITY);

    private static final LevelOfService[] ALL = values();

    private final double top;

    LevelOfService(double top) {
        this.top = top;
    }

    /**
     * The level of a ratio. A ends below 0.30, the others include their upper edge.
     *
     * @param volumeOverCapacity 0 or more
     * @throws IllegalArgumentException if it is NaN or negative: what is not known has no level
     */
    public static LevelOfService of(double volumeOverCapacity) {
        if (!(volumeOverCapacity >= 0)) {
            throw new IllegalArgumentException(
                    "volume over capacity is " + volumeOverCapacity + "; allowed: 0 or more");
        }
        if (volumeOverCapacity < A.top) {
            return A;
        }
        for (LevelOfService level : ALL) {
            if (level != A && volumeOverCapacity <= level.top) {
                return level;
            }
        }
        return F;
    }
}

package town.nagar.norms.traffic;

import java.util.Optional;

/** What a congestion level was told from. */
public enum CongestionBasis {
    CLASSIFIED("pcu_classified"),
    ESTIMATED("pcu_estimated"),
    CLASSIFIED_AND_SPEED("pcu_classified+speed"),
    ESTIMATED_AND_SPEED("pcu_estimated+speed"),
    SPEED("speed");

    private final String code;

    CongestionBasis(String code) {
        this.code = code;
    }

    /**
     * What {@link Congestion#level} can use of these; NaN is not known.
     *
     * @param estimated whether the volume holds vehicles of unknown class, {@link Pcu#isEstimated}
     * @return empty if neither volume nor speed is known, where the level is unknown
     */
    public static Optional<CongestionBasis> find(
            double volumeOverCapacity, double speedKmh, double freeFlowKmh, boolean estimated) {
        boolean speed = !Double.isNaN(speedKmh / freeFlowKmh);
        if (Double.isNaN(volumeOverCapacity)) {
            return speed ? Optional.of(SPEED) : Optional.empty();
        }
        return Optional.of(estimated ? estimated(speed) : classified(speed));
    }

    private static CongestionBasis estimated(boolean speed) {
        return speed ? ESTIMATED_AND_SPEED : ESTIMATED;
    }

    private static CongestionBasis classified(boolean speed) {
        return speed ? CLASSIFIED_AND_SPEED : CLASSIFIED;
    }

    /** As written beside the level, such as {@code pcu_estimated+speed}. */
    public String code() {
        return code;
    }
}

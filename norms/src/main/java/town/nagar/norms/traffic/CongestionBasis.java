package town.nagar.norms.traffic;

import java.util.Optional;

/** What a congestion level was told from. */
public enum CongestionBasis {
    VOLUME_AND_SPEED("volume_and_speed"),
    VOLUME("volume"),
    SPEED("speed");

    private static final String ESTIMATED = ",pcu_estimated";

    private final String code;

    CongestionBasis(String code) {
        this.code = code;
    }

    /**
     * What {@link Congestion#level} can use of these; NaN is not known.
     *
     * @return empty if neither volume nor speed is known, where the level is unknown
     */
    public static Optional<CongestionBasis> find(
            double volumeOverCapacity, double speedKmh, double freeFlowKmh) {
        boolean volume = !Double.isNaN(volumeOverCapacity);
        boolean speed = !Double.isNaN(speedKmh / freeFlowKmh);
        if (volume) {
            return Optional.of(speed ? VOLUME_AND_SPEED : VOLUME);
        }
        return speed ? Optional.of(SPEED) : Optional.empty();
    }

    /** As written beside the level, such as {@code volume}. */
    public String code() {
        return code;
    }

    /**
     * The same with {@code ,pcu_estimated} where the volume holds unclassified vehicles.
     *
     * @param pcuEstimated as from {@link Pcu#isEstimated}; of no effect if speed alone counted
     */
    public String code(boolean pcuEstimated) {
        return pcuEstimated && this != SPEED ? code + ESTIMATED : code;
    }
}

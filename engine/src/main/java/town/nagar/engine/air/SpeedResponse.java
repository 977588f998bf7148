package town.nagar.engine.air;

/**
 * How emission a kilometre depends on speed: idling / v + rolling + drag v^2, as a ratio to that at
 * the reference speed. Slow roads emit more because engines also run while they stand; fast ones
 * because of the air's resistance.
 *
 * @param idlingKmPerHour weight of 1 / v
 * @param rolling weight of what does not depend on speed
 * @param dragPerKmPerHour2 weight of v^2
 * @param referenceKmPerHour where the ratio is 1
 * @param slowestKmPerHour a jam counts as this speed
 */
public record SpeedResponse(
        double idlingKmPerHour,
        double rolling,
        double dragPerKmPerHour2,
        double referenceKmPerHour,
        double slowestKmPerHour) {
    /**
     * The shape of European speed curves: least near 55 km/h, 2.3 times the reference at 10 km/h.
     * An assumption for Indian towns, to be replaced by local measurements.
     */
    public static final SpeedResponse TYPICAL = new SpeedResponse(16, 0.4, 0.00005, 40, 5);

    /**
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public SpeedResponse {
        Ranges.requireBetween("idling weight", idlingKmPerHour, 0, 1e6);
        Ranges.requireBetween("rolling weight", rolling, 0, 1e6);
        Ranges.requireBetween("drag weight", dragPerKmPerHour2, 0, 1e6);
        Ranges.requireAbove("reference speed, km/h", referenceKmPerHour, 0);
        Ranges.requireAbove("slowest speed, km/h", slowestKmPerHour, 0);
        Ranges.requireAbove("sum of weights", idlingKmPerHour + rolling + dragPerKmPerHour2, 0);
    }

    /** Emission a kilometre at a speed, over that at the reference speed. */
    public double ratio(double kmPerHour) {
        return weight(Math.max(kmPerHour, slowestKmPerHour)) / weight(referenceKmPerHour);
    }

    private double weight(double kmPerHour) {
        return idlingKmPerHour / kmPerHour + rolling + dragPerKmPerHour2 * kmPerHour * kmPerHour;
    }
}

package town.nagar.engine.air;

/**
 * The air of one hour.
 *
 * @param windMetresPerSecond above 0; under {@link #CALM_METRES_PER_SECOND} plumes do not hold and
 *     puffs are asked for
 * @param mixingMetres height up to which air mixes, above 0, may be infinite
 */
public record Air(
        double windMetresPerSecond, Stability stability, SigmaCurves curves, double mixingMetres) {
    /** The wind under which an hour is calm, m/s. */
    public static final double CALM_METRES_PER_SECOND = 1;

    /**
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public Air {
        Ranges.requireAbove("wind, m/s", windMetresPerSecond, 0);
        Ranges.requireBetween("wind, m/s", windMetresPerSecond, 0, Ranges.STRONGEST_WIND);
        Ranges.requireAbove("mixing height, m", mixingMetres, 0);
    }

    /** Air without a lid. */
    public static Air of(double windMetresPerSecond, Stability stability, SigmaCurves curves) {
        return new Air(windMetresPerSecond, stability, curves, Double.POSITIVE_INFINITY);
    }

    /** Whether the hour is calm. */
    public boolean calm() {
        return windMetresPerSecond < CALM_METRES_PER_SECOND;
    }

    /** Spread across the wind of what began with a spread, m: variances add. */
    double sigmaYMetres(double downwindMetres, double initialMetres) {
        return together(curves.sigmaYMetres(stability, downwindMetres), initialMetres);
    }

    /** Spread upwards of what began with a spread, m: variances add. */
    double sigmaZMetres(double downwindMetres, double initialMetres) {
        return together(curves.sigmaZMetres(stability, downwindMetres), initialMetres);
    }

    private static double together(double grown, double initial) {
        return Math.sqrt(grown * grown + initial * initial);
    }
}

package town.nagar.forecast.monitoring.drift;

/**
 * How far a place's recent values are from those that its model learnt from.
 *
 * @param samples recent values
 * @param psi population stability index
 * @param psiLimit above which it says something
 * @param ks Kolmogorov and Smirnov's distance
 * @param ksLimit above which it says something
 */
public record Drift(
        String place,
        Feature feature,
        int samples,
        double psi,
        double psiLimit,
        double ks,
        double ksLimit) {
    private static final double CLEAR = 0.8;

    /** Whether both figures are above their limits. */
    public boolean isFound() {
        return psi > psiLimit && ks > ksLimit;
    }

    /** Whether one of them is well below. */
    public boolean isOver() {
        return psi < CLEAR * psiLimit || ks < CLEAR * ksLimit;
    }
}

package town.nagar.engine.air;

/**
 * How pollution let go at one height spreads over heights between the ground and the mixing height,
 * both of which send it back.
 */
final class Layer {
    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

    /** From this sigma z, in mixing heights, the cosine series converges faster than images do. */
    private static final double COSINES_FROM = 0.6;

    private static final int IMAGES = 4;
    private static final int COSINES = 6;

    private Layer() {}

    /**
     * Density over height, 1/m; its integral from the ground to the mixing height is 1.
     *
     * <p>The sum over images of the source in ground and lid, or, by Poisson's formula, the same in
     * cosines: both to rounding.
     *
     * @param sigmaZMetres above 0
     * @param mixingMetres above 0; may be infinite
     * @return 0 if source or receptor is above the mixing height
     */
    static double densityPerMetre(
            double sourceMetres, double atMetres, double sigmaZMetres, double mixingMetres) {
        if (atMetres > mixingMetres || sourceMetres > mixingMetres) {
            return 0;
        }
        return sigmaZMetres < COSINES_FROM * mixingMetres
                ? images(sourceMetres, atMetres, sigmaZMetres, mixingMetres)
                : cosines(sourceMetres, atMetres, sigmaZMetres, mixingMetres);
    }

    private static double images(double source, double at, double sigma, double mixing) {
        double sum = bell((at - source) / sigma) + bell((at + source) / sigma);
        if (mixing < Double.POSITIVE_INFINITY) {
            for (int image = 1; image <= IMAGES; image++) {
                double shift = 2 * image * mixing;
                sum +=
                        bell((at - source - shift) / sigma)
                                + bell((at + source - shift) / sigma)
                                + bell((at - source + shift) / sigma)
                                + bell((at + source + shift) / sigma);
            }
        }
        return sum / (ROOT_TWO_PI * sigma);
    }

    private static double bell(double deviations) {
        return StrictMath.exp(-0.5 * deviations * deviations);
    }

    private static double cosines(double source, double at, double sigma, double mixing) {
        double sum = 1;
        for (int n = 1; n <= COSINES; n++) {
            double wave = n * Math.PI / mixing;
            sum += 2 * bell(wave * sigma) * Circle.cosine(wave * source) * Circle.cosine(wave * at);
        }
        return Math.max(0, sum) / mixing;
    }
}

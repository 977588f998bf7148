package town.nagar.sample.generate;

/** Which pipes can be bought and what they lose. */
final class PipeSizes {
    /** CPHEEO asks for 100 mm at least in a town's streets. */
    static final int LEAST_MM = 100;

    private static final int[] MILLIMETRES = {
        LEAST_MM, 150, 200, 250, 300, 350, 400, 450, 500, 600, 700, 800, 900, 1_000, 1_200, 1_500
    };
    private static final double ROUGHNESS = 130;

    private PipeSizes() {}

    /** The narrowest pipe that loses no more than this, or the widest there is. */
    static int diameterMm(double flowLps, double mostLossMAKm) {
        for (int diameterMm : MILLIMETRES) {
            if (lossM(flowLps, 1_000, diameterMm) <= mostLossMAKm) {
                return diameterMm;
            }
        }
        return MILLIMETRES[MILLIMETRES.length - 1];
    }

    /**
     * Head lost along a pipe, in metres of water.
     *
     * <p>Hazen-Williams in SI units: 10.667 L q^1.852 C^-1.852 d^-4.871, EPANET 2.2 User Manual,
     * EPA/600/R-20/133.
     */
    static double lossM(double flowLps, double lengthM, int diameterMm) {
        return 10.667
                * lengthM
                * StrictMath.pow(flowLps / 1_000 / ROUGHNESS, 1.852)
                * StrictMath.pow(diameterMm / 1_000.0, -4.871);
    }
}

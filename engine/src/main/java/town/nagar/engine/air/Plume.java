package town.nagar.engine.air;

/** The Gaussian plume of a point that emits steadily: a stack, a kiln, a heap on fire. */
public final class Plume {
    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

    private Plume() {}

    /**
     * Concentration, g/m3.
     *
     * <p>C = q / (2 pi u sy sz) exp(-y^2 / 2 sy^2) times the reflections of ground and lid (Turner,
     * Workbook of Atmospheric Dispersion Estimates).
     *
     * @param gramsPerSecond emission
     * @param heightMetres where it is let go, plume rise included, from 0
     * @param downwindMetres of the receptor; 0 and less have none of it
     * @param crosswindMetres of the receptor
     * @param atMetres height of the receptor, from 0
     */
    public static double gramsPerM3(
            Air air,
            double gramsPerSecond,
            double heightMetres,
            double downwindMetres,
            double crosswindMetres,
            double atMetres) {
        return gramsPerM3(
                air, gramsPerSecond, heightMetres, 0, 0, downwindMetres, crosswindMetres, atMetres);
    }

    /** As above, of what is let go with a spread already. */
    static double gramsPerM3(
            Air air,
            double gramsPerSecond,
            double heightMetres,
            double initialYMetres,
            double initialZMetres,
            double downwindMetres,
            double crosswindMetres,
            double atMetres) {
        if (!(downwindMetres > 0)) {
            return 0;
        }
        double sigmaY = air.sigmaYMetres(downwindMetres, initialYMetres);
        double sigmaZ = air.sigmaZMetres(downwindMetres, initialZMetres);
        double across = crosswindMetres / sigmaY;
        return gramsPerSecond
                / (air.windMetresPerSecond() * ROOT_TWO_PI * sigmaY)
                * StrictMath.exp(-0.5 * across * across)
                * Layer.densityPerMetre(heightMetres, atMetres, sigmaZ, air.mixingMetres());
    }
}

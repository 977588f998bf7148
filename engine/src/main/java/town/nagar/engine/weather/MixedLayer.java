package town.nagar.engine.weather;

import town.nagar.engine.air.Stability;

/**
 * Height up to which air mixes: the higher of what the wind stirs and what the sun has lifted since
 * dawn.
 *
 * <p>Stirred: 2300 u*^1.5 (Venkatram: Boundary-Layer Meteorology 19 (1980) 481-485), with u* by the
 * logarithmic profile over a town's roughness, less in stable air. Lifted: the heat that warms a
 * layer of constant gradient from below, h^2 = 2 (1 + 2 A) H / (rho c gradient), A = 0.2 (Carson:
 * Q. J. R. Meteorol. Soc. 99 (1973) 450-467). Sources cited from memory; the sensible shares, the
 * gradient and the night's factors are judgement.
 */
final class MixedLayer {
    private static final double LOWEST_METRES = 50;
    private static final double HIGHEST_METRES = 4000;
    private static final double VON_KARMAN = 0.4;
    private static final double ROUGHNESS_METRES = 1;
    private static final double WIND_HEIGHT_METRES = 10;
    private static final double AIR_JOULES_PER_M3_K = 1200;
    private static final double GRADIENT_K_PER_METRE = 0.005;
    private static final double ENTRAINMENT = 0.2;
    private static final double DRY_SENSIBLE_SHARE = 0.35;
    private static final double WET_SENSIBLE_SHARE = 0.15;
    private static final double SECONDS = 3600;

    private static final double FRICTION =
            VON_KARMAN / StrictMath.log(WIND_HEIGHT_METRES / ROUGHNESS_METRES);

    private MixedLayer() {}

    /** Warmth that an hour of sun gives to the air, J/m2. */
    static double heatJoulesPerM2(double solarWattsPerM2, boolean wet) {
        return SECONDS * solarWattsPerM2 * (wet ? WET_SENSIBLE_SHARE : DRY_SENSIBLE_SHARE);
    }

    /**
     * @param heatJoulesPerM2 since dawn; 0 at night
     */
    static double metres(double windMetresPerSecond, Stability stability, double heatJoulesPerM2) {
        double friction = FRICTION * windMetresPerSecond * stirring(stability);
        double stirred = 2300 * friction * Math.sqrt(friction);
        double lifted =
                Math.sqrt(
                        2
                                * (1 + 2 * ENTRAINMENT)
                                * heatJoulesPerM2
                                / (AIR_JOULES_PER_M3_K * GRADIENT_K_PER_METRE));
        return Math.max(LOWEST_METRES, Math.min(HIGHEST_METRES, Math.max(stirred, lifted)));
    }

    private static double stirring(Stability stability) {
        return switch (stability) {
            case A, B, C, D -> 1;
            case E -> 0.7;
            case F -> 0.5;
        };
    }
}

package town.nagar.engine.air;

import java.util.List;
import town.nagar.engine.uncertainty.Workers;

/**
 * What a gram a second of every emitter adds at every receptor, worked out once for each of 16 wind
 * sectors and calm, and each class of stability; an hour is then a matrix times a vector.
 *
 * <p>Plumes thin out as the wind grows: what was worked out at {@link #REFERENCE_METRES_PER_SECOND}
 * is divided by the hour's wind over that. The mixing zone over roads, which depends on the wind a
 * little, stays that of the reference. Values are kept as {@code float}, seven digits.
 */
public final class SourceReceptor {
    /** Sectors of 22.5 degrees; sector 0 is wind from the north, 4 from the east. */
    public static final int SECTORS = 16;

    /** The wind that matrices are worked out at, m/s. */
    public static final double REFERENCE_METRES_PER_SECOND = 2;

    private static final int CALM = SECTORS;
    private static final int REGIMES = SECTORS + 1;
    private static final double SECTOR_DEGREES = 360.0 / SECTORS;

    private final int emitters;
    private final int receptors;
    private final double reachMetres;
    private final float[][] perGramPerSecond;

    private SourceReceptor(int emitters, int receptors, double reachMetres) {
        this.reachMetres = reachMetres;
        this.emitters = emitters;
        this.receptors = receptors;
        this.perGramPerSecond =
                new float[REGIMES * Stability.values().length][emitters * receptors];
    }

    /**
     * Works the matrices out.
     *
     * @param emitters in the order of emissions
     * @param eastMetres one a receptor
     * @param northMetres one a receptor
     * @param atMetres height of every receptor, from 0
     * @param mixingMetres one a class, A to F
     * @throws IllegalArgumentException if lengths differ
     */
    public static SourceReceptor of(
            List<Emitter> emitters,
            double[] eastMetres,
            double[] northMetres,
            double atMetres,
            SigmaCurves curves,
            double[] mixingMetres) {
        return of(
                emitters,
                eastMetres,
                northMetres,
                atMetres,
                curves,
                mixingMetres,
                Double.POSITIVE_INFINITY,
                1);
    }

    /**
     * The same of plumes that end: how far an hour's emission gets within the hour.
     *
     * @param reachMetres from the middle of an emitter, above 0; in calm nothing ends
     * @param threads 1 or more; the matrices have the same bits for any number
     */
    public static SourceReceptor of(
            List<Emitter> emitters,
            double[] eastMetres,
            double[] northMetres,
            double atMetres,
            SigmaCurves curves,
            double[] mixingMetres,
            double reachMetres,
            int threads) {
        Ranges.requireAbove("reach, m", reachMetres, 0);
        Ranges.requireLength("north", northMetres.length, eastMetres.length);
        Ranges.requireLength("mixing heights", mixingMetres.length, Stability.values().length);
        var matrices = new SourceReceptor(emitters.size(), eastMetres.length, reachMetres);
        for (Stability stability : Stability.values()) {
            Air air =
                    new Air(
                            REFERENCE_METRES_PER_SECOND,
                            stability,
                            curves,
                            mixingMetres[stability.ordinal()]);
            CalmAir calm = CalmAir.of(air, atMetres);
            Workers.forEach(
                    0,
                    REGIMES,
                    1,
                    threads,
                    () ->
                            regime ->
                                    matrices.fill(
                                            air,
                                            calm,
                                            regime,
                                            emitters,
                                            eastMetres,
                                            northMetres,
                                            atMetres));
        }
        return matrices;
    }

    private void fill(
            Air air,
            CalmAir calm,
            int regime,
            List<Emitter> all,
            double[] east,
            double[] north,
            double at) {
        float[] matrix = perGramPerSecond[slot(air.stability(), regime)];
        double radians = Math.toRadians(regime * SECTOR_DEGREES);
        double towardsEast = -StrictMath.sin(radians);
        double towardsNorth = -StrictMath.cos(radians);
        for (int receptor = 0; receptor < receptors; receptor++) {
            double x = east[receptor];
            double y = north[receptor];
            for (int source = 0; source < emitters; source++) {
                Emitter emitter = all.get(source);
                matrix[receptor * emitters + source] =
                        (float)
                                (regime == CALM
                                        ? emitter.inCalm(calm, x, y)
                                        : isReached(emitter, x, y)
                                                ? emitter.inWind(
                                                        air, towardsEast, towardsNorth, x, y, at)
                                                : 0);
            }
        }
    }

    private boolean isReached(Emitter emitter, double east, double north) {
        double dx = east - emitter.middleEastMetres();
        double dy = north - emitter.middleNorthMetres();
        return dx * dx + dy * dy <= reachMetres * reachMetres;
    }

    /** The sector that wind from a direction, degrees from north by east, is in. */
    public static int sector(double windFromDegrees) {
        double turned = windFromDegrees - 360 * Math.floor(windFromDegrees / 360);
        return (int) StrictMath.rint(turned / SECTOR_DEGREES) % SECTORS;
    }

    /**
     * Concentrations of one hour at every receptor, g/m3. Under {@link Air#CALM_METRES_PER_SECOND}
     * the direction does not matter.
     *
     * @param gramsPerSecond one an emitter
     * @param gramsPerM3 receives one a receptor
     */
    public void concentrations(
            double windFromDegrees,
            double windMetresPerSecond,
            Stability stability,
            double[] gramsPerSecond,
            double[] gramsPerM3) {
        Ranges.requireLength("emissions", gramsPerSecond.length, emitters);
        Ranges.requireLength("concentrations", gramsPerM3.length, receptors);
        boolean calm = windMetresPerSecond < Air.CALM_METRES_PER_SECOND;
        int regime = calm ? CALM : sector(windFromDegrees);
        double thinning = calm ? 1 : REFERENCE_METRES_PER_SECOND / windMetresPerSecond;
        float[] matrix = perGramPerSecond[slot(stability, regime)];
        for (int receptor = 0; receptor < receptors; receptor++) {
            double sum = 0;
            int row = receptor * emitters;
            for (int source = 0; source < emitters; source++) {
                sum += matrix[row + source] * gramsPerSecond[source];
            }
            gramsPerM3[receptor] = sum * thinning;
        }
    }

    private static int slot(Stability stability, int regime) {
        return stability.ordinal() * REGIMES + regime;
    }
}

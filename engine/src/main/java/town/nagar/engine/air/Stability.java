package town.nagar.engine.air;

/** How willingly air mixes upwards: Pasquill's classes, A very unstable to F stable. */
public enum Stability {
    A,
    B,
    C,
    D,
    E,
    F;

    private static final double[] DAY_WINDS = {2, 3, 5, 6};
    private static final double[] DAY_WATTS = {925, 675, 175};
    private static final Stability[][] BY_DAY = {
        {A, A, B, D}, {A, B, C, D}, {B, B, C, D}, {C, C, D, D}, {C, D, D, D}
    };

    private static final double[] NIGHT_WINDS = {1.9, 2.9, 3.4, 4.9, 5.5, 6};
    private static final Stability[] CLOUDY_NIGHT = {F, E, D, D, D, D, D};
    private static final Stability[] CLEAR_NIGHT = {F, F, E, E, E, D, D};
    private static final double CLOUDY = 0.4;

    /**
     * The class that wind, sunshine and cloud tell.
     *
     * <p>By day the solar radiation method of EPA-454/R-99-005, section 6.4.4; by night Turner's
     * net radiation index (J. Appl. Meteorol. 3:83, 1964), his class 7 counted as F. Under a sky
     * all covered at night it is neutral, as Turner has it for low cloud.
     *
     * @param windMetresPerSecond at 10 m, from 0
     * @param solarWattsPerM2 from 0; 0 is night
     * @param cloudShare part of the sky covered, 0 to 1; asked by night alone
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public static Stability of(
            double windMetresPerSecond, double solarWattsPerM2, double cloudShare) {
        Ranges.requireBetween("wind, m/s", windMetresPerSecond, 0, Ranges.STRONGEST_WIND);
        Ranges.requireBetween("solar radiation, W/m2", solarWattsPerM2, 0, 1500);
        Ranges.requireBetween("cloud share", cloudShare, 0, 1);
        if (solarWattsPerM2 > 0) {
            return BY_DAY[above(DAY_WINDS, windMetresPerSecond)][dimness(solarWattsPerM2)];
        }
        if (cloudShare == 1) {
            return D;
        }
        int wind = above(NIGHT_WINDS, windMetresPerSecond);
        return cloudShare > CLOUDY ? CLOUDY_NIGHT[wind] : CLEAR_NIGHT[wind];
    }

    /** How many of the bounds a value has reached. */
    private static int above(double[] bounds, double value) {
        int reached = 0;
        while (reached < bounds.length && value >= bounds[reached]) {
            reached++;
        }
        return reached;
    }

    private static int dimness(double watts) {
        int column = 0;
        while (column < DAY_WATTS.length && watts < DAY_WATTS[column]) {
            column++;
        }
        return column;
    }
}

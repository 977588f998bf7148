package town.nagar.engine.air;

/** The Pasquill-Gifford curves as fitted for ISC3, EPA-454/B-95-003b, tables 1-1 and 1-2. */
final class PasquillGifford {
    private static final double HIGHEST_METRES = 5000;
    private static final double TAN_SCALE = 465.11628; // 1000 / 2.15
    private static final double RADIANS = 0.017453293;
    private static final double METRES_PER_KM = 1000;

    /** Angle at 1 km and what it loses a unit of ln(km), degrees. */
    private static final double[][] ANGLE = {
        {24.1670, 2.5334},
        {18.3330, 1.8096},
        {12.5000, 1.0857},
        {8.3330, 0.72382},
        {6.2500, 0.54287},
        {4.1667, 0.36191}
    };

    /** Rows of: km up to which it holds, a, b of sigma z = a km^b. */
    private static final double[][][] HEIGHT = {
        {
            {0.10, 122.80, 0.94470},
            {0.15, 158.08, 1.05420},
            {0.20, 170.22, 1.09320},
            {0.25, 179.52, 1.12620},
            {0.30, 217.41, 1.26440},
            {0.40, 258.89, 1.40940},
            {0.50, 346.75, 1.72830},
            {Double.POSITIVE_INFINITY, 453.85, 2.11660}
        },
        {
            {0.20, 90.673, 0.93198},
            {0.40, 98.483, 0.98332},
            {Double.POSITIVE_INFINITY, 109.30, 1.09710}
        },
        {{Double.POSITIVE_INFINITY, 61.141, 0.91465}},
        {
            {0.30, 34.459, 0.86974},
            {1, 32.093, 0.81066},
            {3, 32.093, 0.64403},
            {10, 33.504, 0.60486},
            {30, 36.650, 0.56589},
            {Double.POSITIVE_INFINITY, 44.053, 0.51179}
        },
        {
            {0.10, 24.260, 0.83660},
            {0.30, 23.331, 0.81956},
            {1, 21.628, 0.75660},
            {2, 21.628, 0.63077},
            {4, 22.534, 0.57154},
            {10, 24.703, 0.50527},
            {20, 26.970, 0.46713},
            {40, 35.420, 0.37615},
            {Double.POSITIVE_INFINITY, 47.618, 0.29592}
        },
        {
            {0.20, 15.209, 0.81558},
            {0.70, 14.457, 0.78407},
            {1, 13.953, 0.68465},
            {2, 13.953, 0.63227},
            {3, 14.823, 0.54503},
            {7, 16.187, 0.46490},
            {15, 17.836, 0.41507},
            {30, 22.651, 0.32681},
            {60, 27.074, 0.27436},
            {Double.POSITIVE_INFINITY, 34.219, 0.21716}
        }
    };

    private PasquillGifford() {}

    static double sigmaYMetres(Stability stability, double downwindMetres) {
        double[] angle = ANGLE[stability.ordinal()];
        double km = downwindMetres / METRES_PER_KM;
        return TAN_SCALE
                * km
                * Circle.tangent(RADIANS * (angle[0] - angle[1] * StrictMath.log(km)));
    }

    static double sigmaZMetres(Stability stability, double downwindMetres) {
        double km = downwindMetres / METRES_PER_KM;
        double[][] rows = HEIGHT[stability.ordinal()];
        int row = 0;
        while (km >= rows[row][0]) {
            row++;
        }
        // a power by exp and log, because StrictMath.pow makes garbage
        return Math.min(
                HIGHEST_METRES, rows[row][1] * StrictMath.exp(rows[row][2] * StrictMath.log(km)));
    }
}

package town.nagar.engine.air;

import java.util.Arrays;

/**
 * What hours before have left in the air over a town: a mixed layer whose height changes, and above
 * it what the evening cuts off and the next morning mixes down again.
 *
 * <p>Both layers are grids of the same cells ({@link AirGrid}). An hour's own emission joins the
 * mixed layer at its end, as far as it has not left by then; meanwhile plumes tell of it. When the
 * mixed layer shrinks, the share of its mass above stays aloft; when it grows, it takes in what
 * lies between, as morning fumigation does. Mass that settles or is washed out is counted, so that
 * emitted = low + aloft + left + settled to rounding.
 *
 * <p>Wind grows with height by the urban exponents of Irwin (Atmos. Environ. 13 (1979) 191-194),
 * and the mixed layer goes with its mean. Fine particles settle at 1 mm/s, within the 0.1 to 10
 * mm/s of Seinfeld and Pandis, ch. 19, and rain washes out 8.4e-5 R^0.79 a second, R in mm/h (below
 * clouds in the dispersion model NAME). Both cited from memory.
 */
public final class AgedAir {
    private static final double WIND_HEIGHT_METRES = 10;
    private static final double SETTLING_METRES_PER_SECOND = 0.001;
    private static final double WASHED_A_SECOND = 8.4e-5;
    private static final double WASHED_POWER = 0.79;
    private static final double EDDY_M2_PER_SECOND = 50;
    private static final double SECONDS = 3600;
    private static final double[] URBAN_EXPONENT = {0.15, 0.15, 0.20, 0.25, 0.30, 0.30};

    private static final int HEIGHT = 0;
    private static final int TOP = 1;
    private static final int EMITTED = 2;
    private static final int LEFT = 3;
    private static final int SETTLED = 4;

    private final AirGrid low;
    private final AirGrid aloft;
    private final AirGrid fresh;
    private final double[] nothing;
    private final double[] ledger = new double[5];

    /**
     * Clean air.
     *
     * @param columns cells from west to east, from 1
     * @param rows cells from south to north, from 1
     * @param cellMetres side of a cell
     */
    public AgedAir(int columns, int rows, double cellMetres) {
        low = new AirGrid(columns, rows, cellMetres, 1);
        aloft = new AirGrid(columns, rows, cellMetres, 1);
        fresh = new AirGrid(columns, rows, cellMetres, 1);
        nothing = new double[columns * rows];
    }

    /** Cleans the air and forgets what was counted. */
    public void clear() {
        low.clear();
        aloft.clear();
        Arrays.fill(ledger, 0);
    }

    /**
     * Lets an hour pass.
     *
     * @param windFromDegrees from north by east
     * @param windMetresPerSecond at 10 m, from 0
     * @param mixingMetres height of the mixed layer in this hour, above 0
     * @param rainMillimetres in the hour, from 0
     * @param gramsPerSecond emission, one a cell, row by row from the south-west
     * @param gramsPerM3 receives, one a cell, the mean of the hour of what hours before had let go
     */
    public void hour(
            double windFromDegrees,
            double windMetresPerSecond,
            Stability stability,
            double mixingMetres,
            double rainMillimetres,
            double[] gramsPerSecond,
            double[] gramsPerM3) {
        Ranges.requireLength("concentrations", gramsPerM3.length, nothing.length);
        mixTo(mixingMetres);
        double radians = Math.toRadians(windFromDegrees);
        double east = -Circle.sine(radians) * windMetresPerSecond;
        double north = -Circle.cosine(radians) * windMetresPerSecond;
        double exponent = URBAN_EXPONENT[stability.ordinal()];
        double within = Math.max(1, power(mixingMetres, exponent) / (1 + exponent));
        double above = Math.max(1, power(0.5 * (mixingMetres + ledger[TOP]), exponent));
        for (int cell = 0; cell < nothing.length; cell++) {
            gramsPerM3[cell] = 0.5 * low.gramsPerM3(cell);
        }
        move(low, east * within, north * within, nothing);
        move(aloft, east * above, north * above, nothing);
        for (int cell = 0; cell < nothing.length; cell++) {
            gramsPerM3[cell] += 0.5 * low.gramsPerM3(cell);
        }
        move(fresh, east * within, north * within, gramsPerSecond);
        fresh.give(1, low);
        settle(mixingMetres, rainMillimetres);
    }

    /** How many times the wind at 10 m is the wind at a height. */
    private static double power(double metres, double exponent) {
        double ratio = Math.max(1, metres / WIND_HEIGHT_METRES);
        return StrictMath.exp(exponent * StrictMath.log(ratio));
    }

    private void mixTo(double metres) {
        Ranges.requireAbove("mixing height, m", metres, 0);
        double before = ledger[HEIGHT];
        if (before == 0) {
            ledger[TOP] = metres;
        } else if (metres < before) {
            low.give(1 - metres / before, aloft);
            ledger[TOP] = Math.max(ledger[TOP], before);
        } else if (metres >= ledger[TOP]) {
            aloft.give(1, low);
            ledger[TOP] = metres;
        } else if (metres > before) {
            aloft.give((metres - before) / (ledger[TOP] - before), low);
        }
        ledger[HEIGHT] = metres;
        low.mixTo(metres);
    }

    private void move(AirGrid layer, double east, double north, double[] gramsPerSecond) {
        layer.forgetCounts();
        layer.advance(east, north, EDDY_M2_PER_SECOND, gramsPerSecond, SECONDS);
        ledger[EMITTED] += layer.emittedGrams();
        ledger[LEFT] += layer.outflowGrams();
    }

    private void settle(double mixingMetres, double rainMillimetres) {
        double washed = rainMillimetres > 0 ? washedASecond(rainMillimetres) : 0;
        double settled = SETTLING_METRES_PER_SECOND / mixingMetres;
        ledger[SETTLED] += low.settle(-StrictMath.expm1(-SECONDS * (washed + settled)));
        ledger[SETTLED] += aloft.settle(-StrictMath.expm1(-SECONDS * washed));
    }

    private static double washedASecond(double millimetres) {
        return WASHED_A_SECOND * StrictMath.exp(WASHED_POWER * StrictMath.log(millimetres));
    }

    /** Mass in the mixed layer, g. */
    public double lowGrams() {
        return low.massGrams();
    }

    /** Mass above the mixed layer, g. */
    public double aloftGrams() {
        return aloft.massGrams();
    }

    /** Mass let go so far, g. */
    public double emittedGrams() {
        return ledger[EMITTED];
    }

    /** Mass that the wind took over the edges so far, g. */
    public double leftGrams() {
        return ledger[LEFT];
    }

    /** Mass that settled or was washed out so far, g. */
    public double settledGrams() {
        return ledger[SETTLED];
    }

    /** All that the next hour depends on; the arrays are this air's own. */
    public double[][] state() {
        return new double[][] {low.grams, aloft.grams, ledger};
    }
}

package town.nagar.engine.weather;

/**
 * A year's course through twelve monthly means: straight lines between mid-months whose mean over
 * each month is the given one.
 *
 * <p>Lines through the means themselves would cut the tops off. A month is an eighth of the way
 * under its neighbours' influence on either side, so that the knots k of the lines solve (k' + 6 k
 * + k'') / 8 = mean.
 */
final class MonthCurve {
    private static final int ROUNDS = 60;

    private final double[] knot;

    /**
     * @param mean January to December
     */
    MonthCurve(double[] mean) {
        knot = mean.clone();
        for (int round = 0; round < ROUNDS; round++) {
            for (int month = 0; month < knot.length; month++) {
                knot[month] = (8 * mean[month] - at(month - 1) - at(month + 1)) / 6;
            }
        }
    }

    private double at(int month) {
        return knot[Math.floorMod(month, knot.length)];
    }

    /**
     * @param month 0 to 11
     * @param fromMiddle days from the middle of the month over its length, -0.5 to 0.5
     */
    double value(int month, double fromMiddle) {
        double neighbour = fromMiddle < 0 ? at(month - 1) : at(month + 1);
        return knot[month] + Math.abs(fromMiddle) * (neighbour - knot[month]);
    }
}

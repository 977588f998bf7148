package town.nagar.engine.weather;

/**
 * Today's anomalies of maximum and minimum from yesterday's and two independent normal shocks:
 *
 * <p>x = a x' + b e with a = M1 / M0 and b b^T = M0 - a M1^T, where M0 holds the correlations of
 * one day and M1 those with the day before (Richardson 1981, after Matalas 1967); b is lower
 * triangular. The first letter of a name is the row: x maximum, n minimum.
 */
record TemperaturePair(
        double together,
        double axx,
        double axn,
        double anx,
        double ann,
        double bxx,
        double bnx,
        double bnn) {
    /**
     * @throws IllegalArgumentException if no process has these correlations
     */
    static TemperaturePair of(double together, double xx, double nn, double xn, double nx) {
        double determinant = 1 - together * together;
        double axx = (xx - xn * together) / determinant;
        double axn = (xn - xx * together) / determinant;
        double anx = (nx - nn * together) / determinant;
        double ann = (nn - nx * together) / determinant;
        double leftXx = 1 - (axx * xx + axn * xn);
        double leftNx = together - (anx * xx + ann * xn);
        double leftNn = 1 - (anx * nx + ann * nn);
        double bnx = leftXx > 0 ? leftNx / Math.sqrt(leftXx) : Double.NaN;
        double rest = leftNn - bnx * bnx;
        if (!(leftXx > 0 && rest > 0)) {
            throw new IllegalArgumentException(
                    ("temperatures correlate %s together, %s and %s with the day before, %s and %s"
                                    + " across; no process has these at once")
                            .formatted(together, xx, nn, xn, nx));
        }
        return new TemperaturePair(
                together, axx, axn, anx, ann, Math.sqrt(leftXx), bnx, Math.sqrt(rest));
    }

    double maximum(double maximumBefore, double minimumBefore, double shock) {
        return axx * maximumBefore + axn * minimumBefore + bxx * shock;
    }

    double minimum(double maximumBefore, double minimumBefore, double shock, double other) {
        return anx * maximumBefore + ann * minimumBefore + bnx * shock + bnn * other;
    }

    /** The minimum of a day without yesterday. */
    double firstMinimum(double maximum, double other) {
        return together * maximum + Math.sqrt(1 - together * together) * other;
    }
}

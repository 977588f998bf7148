package town.nagar.engine.water;

import town.nagar.engine.water.network.Curve;

/** Straight pieces between points of rising x. */
final class PiecewiseLine {
    /** No points. */
    static final PiecewiseLine NONE = new PiecewiseLine(Curve.NONE);

    private final double[] x;
    private final double[] y;

    PiecewiseLine(Curve curve) {
        x = curve.points().stream().mapToDouble(Curve.Point::x).toArray();
        y = curve.points().stream().mapToDouble(Curve.Point::y).toArray();
    }

    boolean isNone() {
        return x.length == 0;
    }

    double firstX() {
        return x[0];
    }

    double lastX() {
        return x[x.length - 1];
    }

    double firstY() {
        return y[0];
    }

    /** y at a place, that of the nearest end outside the points. */
    double yAt(double at) {
        return between(x, y, at);
    }

    /** x where y is reached, y rising; that of the nearest end outside the points. */
    double xAt(double at) {
        return between(y, x, at);
    }

    private static double between(double[] from, double[] to, double at) {
        int last = from.length - 1;
        if (at <= from[0]) {
            return to[0];
        }
        for (int i = 1; i <= last; i++) {
            if (at <= from[i]) {
                return to[i - 1]
                        + (at - from[i - 1]) * (to[i] - to[i - 1]) / (from[i] - from[i - 1]);
            }
        }
        return to[last];
    }

    /** Rise of the piece at a place; outside the points that of the piece at the end. */
    double slopeAt(double at) {
        if (x.length == 1) {
            return y[0] / x[0];
        }
        int i = pieceEnd(at);
        return (y[i] - y[i - 1]) / (x[i] - x[i - 1]);
    }

    /** y where the piece at a place, made longer, meets x = 0. */
    double interceptAt(double at) {
        if (x.length == 1) {
            return 0;
        }
        int i = pieceEnd(at);
        return y[i] - x[i] * (y[i] - y[i - 1]) / (x[i] - x[i - 1]);
    }

    private int pieceEnd(double at) {
        int i = 1;
        while (i < x.length - 1 && x[i] < at) {
            i++;
        }
        return i;
    }
}

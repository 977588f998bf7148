package town.nagar.sample.roads;

import town.nagar.contracts.places.Point;

/** Metres and degrees near one place; a town is small enough for the earth to be flat. */
public final class Degrees {
    /** Of a sphere with the earth's mean radius, 6,371,008.8 m (IUGG). */
    private static final double METRES_A_DEGREE = 6_371_008.8 * StrictMath.PI / 180;

    private final Point origin;
    private final double metresADegreeEast;

    public Degrees(Point origin) {
        this.origin = origin;
        this.metresADegreeEast =
                METRES_A_DEGREE * StrictMath.cos(StrictMath.toRadians(origin.lat()));
    }

    /** The point this far east and north of the origin, rounded to a millionth of a degree. */
    public Point point(double eastM, double northM) {
        return new Point(
                round(origin.lat() + northM / METRES_A_DEGREE),
                round(origin.lon() + eastM / metresADegreeEast));
    }

    public double eastM(Point point) {
        return (point.lon() - origin.lon()) * metresADegreeEast;
    }

    public double northM(Point point) {
        return (point.lat() - origin.lat()) * METRES_A_DEGREE;
    }

    /** The way between two points near each other, in metres. */
    public static double metres(Point a, Point b) {
        Degrees there = new Degrees(a);
        return StrictMath.hypot(there.eastM(b), there.northM(b));
    }

    /** To a millionth of a degree, about 0.1 m. */
    public static double round(double degrees) {
        return StrictMath.rint(degrees * 1e6) / 1e6;
    }
}

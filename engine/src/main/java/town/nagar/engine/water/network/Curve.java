package town.nagar.engine.water.network;

import java.util.List;

/**
 * A broken line y(x) through points of rising x; units are those of whatever uses it, in SI.
 *
 * @param id its name in the file, empty for {@link #NONE}
 * @param points at least one for a curve in use
 */
public record Curve(String id, List<Point> points) {
    /** No curve at all. */
    public static final Curve NONE = new Curve("", List.of());

    public Curve {
        points = List.copyOf(points);
        for (int i = 1; i < points.size(); i++) {
            if (!(points.get(i).x() > points.get(i - 1).x())) {
                throw new IllegalArgumentException(
                        "curve %s: x must rise from point to point, but %s is followed by %s"
                                .formatted(id, points.get(i - 1).x(), points.get(i).x()));
            }
        }
    }

    public boolean isNone() {
        return points.isEmpty();
    }

    /** The same curve with x and y multiplied, as for a change of units. */
    public Curve scaled(double xFactor, double yFactor) {
        return new Curve(
                id, points.stream().map(p -> new Point(p.x() * xFactor, p.y() * yFactor)).toList());
    }

    /** One point of a curve. */
    public record Point(double x, double y) {
        public Point {
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                throw new IllegalArgumentException("curve point (%s, %s)".formatted(x, y));
            }
        }
    }
}

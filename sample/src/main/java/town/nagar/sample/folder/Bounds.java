package town.nagar.sample.folder;

import java.util.Collection;
import town.nagar.contracts.places.Point;

/** A box on WGS 84, in degrees. */
public record Bounds(double south, double west, double north, double east) {
    public Bounds {
        if (!(south < north && west < east)) {
            throw new IllegalArgumentException(
                    "bounds south %s, west %s, north %s, east %s: south < north, west < east"
                            .formatted(south, west, north, east));
        }
    }

    /** The smallest box round the points; at least two of them differ in both directions. */
    public static Bounds around(Collection<Point> points) {
        return new Bounds(
                points.stream().mapToDouble(Point::lat).min().orElse(Double.NaN),
                points.stream().mapToDouble(Point::lon).min().orElse(Double.NaN),
                points.stream().mapToDouble(Point::lat).max().orElse(Double.NaN),
                points.stream().mapToDouble(Point::lon).max().orElse(Double.NaN));
    }

    public boolean hold(Point point) {
        return point.lat() >= south
                && point.lat() <= north
                && point.lon() >= west
                && point.lon() <= east;
    }

    public Point middle() {
        return new Point((south + north) / 2, (west + east) / 2);
    }
}

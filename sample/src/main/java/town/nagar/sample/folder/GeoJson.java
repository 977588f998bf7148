package town.nagar.sample.folder;

import java.util.List;
import java.util.stream.Collectors;
import town.nagar.contracts.places.Point;

/** GeoJSON geometries (RFC 7946) as text; positions are [lon, lat]. */
public final class GeoJson {
    private GeoJson() {}

    public static String point(Point point) {
        return "{\"type\":\"Point\",\"coordinates\":" + position(point) + "}";
    }

    public static String lineString(List<Point> line) {
        return "{\"type\":\"LineString\",\"coordinates\":" + positions(line) + "}";
    }

    public static String polygon(List<List<Point>> rings) {
        return "{\"type\":\"Polygon\",\"coordinates\":" + rings(rings) + "}";
    }

    /** One polygon, or several as a multi-polygon. */
    public static String polygons(List<List<List<Point>>> polygons) {
        if (polygons.size() == 1) {
            return polygon(polygons.getFirst());
        }
        return "{\"type\":\"MultiPolygon\",\"coordinates\":"
                + polygons.stream().map(GeoJson::rings).collect(Collectors.joining(",", "[", "]"))
                + "}";
    }

    private static String rings(List<List<Point>> rings) {
        return rings.stream().map(GeoJson::positions).collect(Collectors.joining(",", "[", "]"));
    }

    private static String positions(List<Point> points) {
        return points.stream().map(GeoJson::position).collect(Collectors.joining(",", "[", "]"));
    }

    private static String position(Point point) {
        return "[" + point.lon() + "," + point.lat() + "]";
    }
}

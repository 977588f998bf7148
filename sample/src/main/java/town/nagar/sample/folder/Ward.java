package town.nagar.sample.folder;

import java.util.List;
import town.nagar.contracts.places.Names;
import town.nagar.contracts.places.Point;

/**
 * A ward, which is also the water network's metered zone.
 *
 * @param polygons each a list of rings, the first the outline, the others holes; each ring ends
 *     with its first point
 * @param population people who live there; 0 if not known
 */
public record Ward(
        String id,
        Names names,
        List<List<List<Point>>> polygons,
        long population,
        double areaKm2,
        Point middle) {
    public Ward {
        polygons = List.copyOf(polygons);
    }

    public boolean holds(Point point) {
        return polygons.stream()
                .anyMatch(rings ->
                        rings.stream().filter(ring -> winds(ring, point)).count() % 2 == 1);
    }

    /**
     * Even-odd rule: whether a line from the point to the east meets the ring an odd number of
     * times.
     */
    private static boolean winds(List<Point> ring, Point point) {
        boolean inside = false;
        for (int corner = 1; corner < ring.size(); corner++) {
            Point a = ring.get(corner - 1);
            Point b = ring.get(corner);
            if (a.lat() > point.lat() != b.lat() > point.lat()
                    && point.lon()
                            < a.lon()
                                    + (point.lat() - a.lat())
                                            / (b.lat() - a.lat())
                                            * (b.lon() - a.lon())) {
                inside = !inside;
            }
        }
        return inside;
    }
}

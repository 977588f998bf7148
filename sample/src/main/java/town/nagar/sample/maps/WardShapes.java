package town.nagar.sample.maps;

import java.util.ArrayList;
import java.util.List;
import town.nagar.contracts.places.Names;
import town.nagar.contracts.places.Point;
import town.nagar.sample.folder.Bounds;
import town.nagar.sample.folder.Ward;
import town.nagar.sample.roads.Degrees;

/** What follows from a ward's shape: its area and a point inside. */
final class WardShapes {
    private WardShapes() {}

    /** A ward whose population is not known. */
    static Ward ward(String id, Names names, List<List<List<Point>>> polygons) {
        List<Point> outline = polygons.getFirst().getFirst();
        Ward shape = new Ward(id, names, polygons, 0, areaKm2(polygons), outline.getFirst());
        return new Ward(id, names, polygons, 0, shape.areaKm2(), inside(shape));
    }

    /** A ward as the box of the bounds. */
    static Ward box(String id, Names names, Bounds bounds) {
        List<Point> ring =
                List.of(
                        new Point(bounds.south(), bounds.west()),
                        new Point(bounds.south(), bounds.east()),
                        new Point(bounds.north(), bounds.east()),
                        new Point(bounds.north(), bounds.west()),
                        new Point(bounds.south(), bounds.west()));
        return ward(id, names, List.of(List.of(ring)));
    }

    /** The same ward with people. */
    static Ward withPopulation(Ward ward, long population) {
        return new Ward(
                ward.id(),
                ward.names(),
                ward.polygons(),
                population,
                ward.areaKm2(),
                ward.middle());
    }

    /** Outlines less holes. */
    private static double areaKm2(List<List<List<Point>>> polygons) {
        double squareM = 0;
        for (List<List<Point>> rings : polygons) {
            squareM += squareM(rings.getFirst());
            for (List<Point> hole : rings.subList(1, rings.size())) {
                squareM -= squareM(hole);
            }
        }
        return Math.round(squareM / 1_000) / 1_000.0;
    }

    private static double squareM(List<Point> ring) {
        Degrees degrees = new Degrees(ring.getFirst());
        double twice = 0;
        for (int corner = 1; corner < ring.size(); corner++) {
            Point a = ring.get(corner - 1);
            Point b = ring.get(corner);
            twice += degrees.eastM(a) * degrees.northM(b) - degrees.eastM(b) * degrees.northM(a);
        }
        return Math.abs(twice) / 2;
    }

    /** The middle of the widest part of the ward on the latitude of its corners' mean. */
    private static Point inside(Ward ward) {
        List<Point> corners =
                ward.polygons().stream().flatMap(rings -> rings.getFirst().stream()).toList();
        double lat = corners.stream().mapToDouble(Point::lat).average().orElseThrow();
        List<Double> crossings = new ArrayList<>();
        ward.polygons().forEach(rings -> rings.forEach(ring -> addCrossings(ring, lat, crossings)));
        crossings.sort(Double::compare);
        double best = corners.getFirst().lon();
        double widest = 0;
        for (int gap = 1; gap < crossings.size(); gap += 2) {
            double width = crossings.get(gap) - crossings.get(gap - 1);
            if (width > widest) {
                widest = width;
                best = (crossings.get(gap) + crossings.get(gap - 1)) / 2;
            }
        }
        return new Point(Degrees.round(lat), Degrees.round(best));
    }

    private static void addCrossings(List<Point> ring, double lat, List<Double> crossings) {
        for (int corner = 1; corner < ring.size(); corner++) {
            Point a = ring.get(corner - 1);
            Point b = ring.get(corner);
            if ((a.lat() > lat) != (b.lat() > lat)) {
                double share = (lat - a.lat()) / (b.lat() - a.lat());
                crossings.add(a.lon() + share * (b.lon() - a.lon()));
            }
        }
    }
}

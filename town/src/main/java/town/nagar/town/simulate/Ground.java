package town.nagar.town.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.Point;
import town.nagar.sample.folder.Bounds;
import town.nagar.sample.roads.Degrees;

/** Metres east and north of the town's middle. */
final class Ground {
    private static final Pattern POSITION =
            Pattern.compile("\\[\\s*(-?[0-9][0-9.eE+-]*)\\s*,\\s*(-?[0-9][0-9.eE+-]*)");

    private final Degrees degrees;

    Ground(Bounds bounds) {
        degrees = new Degrees(bounds.middle());
    }

    double eastMetres(Point point) {
        return degrees.eastM(point);
    }

    double northMetres(Point point) {
        return degrees.northM(point);
    }

    /**
     * The positions of a place's GeoJSON geometry, in their order.
     *
     * @throws IllegalArgumentException if there are none
     */
    static List<Point> positions(Place place) {
        var positions = new ArrayList<Point>();
        Matcher position = POSITION.matcher(place.geometry());
        while (position.find()) {
            positions.add(
                    new Point(
                            Double.parseDouble(position.group(2)),
                            Double.parseDouble(position.group(1))));
        }
        if (positions.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s: geometry is '%s'; allowed is GeoJSON with positions [lon, lat]"
                            .formatted(place.id(), place.geometry()));
        }
        return positions;
    }
}

package town.nagar.streams.reference;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.Point;

/** The shapes of zones in a tree, to ask where a point lies. */
final class Wards {
    private static final Logger LOG = LoggerFactory.getLogger(Wards.class);
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final STRtree tree = new STRtree();

    Wards(List<Place> zones) {
        zones.forEach(this::add);
        tree.build();
    }

    private void add(Place zone) {
        try {
            Geometry shape = new GeoJsonReader(GEOMETRY).read(zone.geometry());
            tree.insert(
                    shape.getEnvelopeInternal(),
                    new Ward(zone.id(), PreparedGeometryFactory.prepare(shape)));
        } catch (ParseException | IllegalArgumentException e) {
            LOG.warn("zone without shape place={} reason={}", zone.id(), e.getMessage());
        }
    }

    /** The zone that covers the point, the first by id where zones meet. */
    Optional<String> find(Point point) {
        var at = GEOMETRY.createPoint(new Coordinate(point.lon(), point.lat()));
        return candidates(at)
                .filter(ward -> ward.shape().covers(at))
                .map(Ward::id)
                .min(String::compareTo);
    }

    private java.util.stream.Stream<Ward> candidates(Geometry at) {
        return ((List<?>) tree.query(at.getEnvelopeInternal())).stream().map(Ward.class::cast);
    }

    private record Ward(String id, PreparedGeometry shape) {}
}

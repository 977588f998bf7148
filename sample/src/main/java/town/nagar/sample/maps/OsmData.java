package town.nagar.sample.maps;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import town.nagar.contracts.places.Point;
import town.nagar.sample.folder.Bounds;

/** The nodes and the highway ways of an OpenStreetMap file. */
final class OsmData {
    private final Map<Long, Point> nodes = new HashMap<>();
    private final List<OsmWay> highways = new ArrayList<>();
    private Optional<Bounds> bounds = Optional.empty();

    void addNode(long id, Point point) {
        nodes.put(id, point);
    }

    /** Keeps the way if it is a highway of any kind. */
    void addWay(OsmWay way) {
        if (!way.tag("highway").isEmpty()) {
            highways.add(way);
        }
    }

    void setBounds(Bounds stated) {
        bounds = Optional.of(stated);
    }

    Optional<Point> findNode(long id) {
        return Optional.ofNullable(nodes.get(id));
    }

    List<OsmWay> highways() {
        return Collections.unmodifiableList(highways);
    }

    /**
     * The bounds that the file states, else those of its nodes; empty if there are no two nodes.
     */
    Optional<Bounds> findBounds() {
        return bounds.isPresent() || nodes.size() < 2
                ? bounds
                : Optional.of(Bounds.around(nodes.values()));
    }
}

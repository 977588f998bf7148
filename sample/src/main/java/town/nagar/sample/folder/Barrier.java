package town.nagar.sample.folder;

import java.util.List;
import town.nagar.contracts.places.Names;
import town.nagar.contracts.places.Point;

/**
 * What roads cross only at bridges.
 *
 * @param kind {@code river} or {@code railway}
 */
public record Barrier(String id, String kind, Names names, List<Point> line) {
    public Barrier {
        line = List.copyOf(line);
    }
}

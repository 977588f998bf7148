package town.nagar.sample.maps;

import java.util.List;
import java.util.Map;

/** A way of OpenStreetMap: the ids of its nodes in order, and its tags. */
record OsmWay(long id, List<Long> nodes, Map<String, String> tags) {
    OsmWay {
        nodes = List.copyOf(nodes);
        tags = Map.copyOf(tags);
    }

    /** The tag, or the empty word. */
    String tag(String key) {
        return tags.getOrDefault(key, "");
    }
}

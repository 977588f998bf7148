package town.nagar.forecast.featurestore.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import town.nagar.forecast.feature.Feature;
import town.nagar.forecast.registry.command.RegistryOptions;
import town.nagar.forecast.registry.command.TownCall;

/**
 * The features that a command asks for.
 *
 * @param features as {@code view:feature}
 * @param whole whether the join key's values are whole numbers
 * @param types of the features, by their names in the answer
 */
record Wanted(
        List<String> features, String joinKey, boolean whole, Map<String, Feature.Type> types) {
    Wanted {
        features = List.copyOf(features);
        types = Map.copyOf(types);
    }

    /**
     * What the options ask for.
     *
     * @param all what the town says is defined
     * @throws IllegalArgumentException if it is not defined, or tells of several kinds of entities
     */
    static Wanted of(RegistryOptions options, JsonNode all) {
        if (options.find("--features").isPresent() == options.find("--service").isPresent()) {
            throw new IllegalArgumentException("either --features or --service is needed");
        }
        List<String> features = new ArrayList<>();
        options.find("--features")
                .ifPresent(words -> features.addAll(List.of(words.split(",", -1))));
        options.find("--service").ifPresent(name -> features.addAll(service(name, all)));
        Set<String> keys = new TreeSet<>();
        features.forEach(feature -> keys.add(view(feature, all).get("join_key").asText()));
        if (keys.size() != 1) {
            throw new IllegalArgumentException(
                    "features of one kind of entity are needed, not of " + keys);
        }
        String key = keys.iterator().next();
        return new Wanted(features, key, isWhole(key, all), types(features, all));
    }

    private static Map<String, Feature.Type> types(List<String> features, JsonNode all) {
        Map<String, Feature.Type> types = new HashMap<>();
        for (String feature : features) {
            JsonNode view = view(feature, all);
            for (JsonNode one : view.get("features")) {
                Feature.Type type = Feature.Type.valueOf(one.get("type").asText());
                String name = one.get("name").asText();
                types.put(
                        views(features) > 1 ? view.get("name").asText() + "__" + name : name, type);
            }
        }
        return types;
    }

    private static int views(List<String> features) {
        Set<String> views = new TreeSet<>();
        features.forEach(feature -> views.add(feature.split(":", 2)[0]));
        return views.size();
    }

    private static List<String> service(String name, JsonNode all) {
        List<String> features = new ArrayList<>();
        named(name, "feature_services", all)
                .get("features")
                .forEach(one -> features.add(one.asText()));
        return features;
    }

    private static JsonNode view(String feature, JsonNode all) {
        return named(feature.split(":", 2)[0], "feature_views", all);
    }

    private static JsonNode named(String name, String kind, JsonNode all) {
        List<String> known = new ArrayList<>();
        for (JsonNode one : all.get(kind)) {
            if (one.get("name").asText().equals(name)) {
                return one;
            }
            known.add(one.get("name").asText());
        }
        throw new IllegalArgumentException(
                "'%s' is not defined; %s: %s".formatted(name, kind, String.join(" ", known)));
    }

    private static boolean isWhole(String key, JsonNode all) {
        for (JsonNode entity : all.get("entities")) {
            if (entity.get("join_key").asText().equals(key)) {
                return entity.get("value_type").asText().equals("INT64");
            }
        }
        return false;
    }

    /** The question, without entities; names in the answer are full where several views are. */
    ObjectNode question() {
        ObjectNode question = TownCall.JSON.createObjectNode();
        features.forEach(question.putArray("features")::add);
        question.put("full_feature_names", views(features) > 1);
        return question;
    }

    void addKey(String word, ArrayNode to) {
        if (whole) {
            to.add(Long.parseLong(word));
        } else {
            to.add(word);
        }
    }
}

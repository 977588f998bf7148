package town.nagar.ingestion.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A node of a mapping with its place, for messages that name both. */
record Yaml(String place, JsonNode node) {
    MappingException wrong(String field, String rule) {
        return new MappingException("%s.%s %s".formatted(place, field, rule));
    }

    /** Refuses fields that are none of these. */
    void allow(String... fields) {
        List<String> allowed = List.of(fields);
        node.fieldNames()
                .forEachRemaining(field -> {
                    if (!allowed.contains(field)) {
                        throw wrong(field, "is not known; allowed: " + allowed);
                    }
                });
    }

    boolean has(String field) {
        return node.has(field);
    }

    Yaml at(String field) {
        if (!node.path(field).isObject()) {
            throw wrong(field, "is missing or has no fields");
        }
        return new Yaml(place + "." + field, node.path(field));
    }

    Optional<String> find(String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isValueNode()) {
            throw wrong(field, "is not one word");
        }
        return Optional.of(value.asText());
    }

    String text(String field, String otherwise) {
        return find(field).orElse(otherwise);
    }

    String text(String field) {
        return find(field).orElseThrow(() -> wrong(field, "is missing"));
    }

    double number(String field, double otherwise) {
        return find(field).map(text -> toNumber(field, text)).orElse(otherwise);
    }

    private double toNumber(String field, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw wrong(field, "is '%s'; allowed: a number".formatted(text));
        }
    }

    /** One word or a list of words. */
    List<String> words(String field) {
        JsonNode value = node.path(field);
        if (!value.isArray()) {
            return find(field).map(List::of).orElse(List.of());
        }
        List<String> words = new ArrayList<>();
        value.forEach(each -> words.add(each.asText()));
        return words;
    }

    List<Double> numbers(String field) {
        return words(field).stream().map(word -> toNumber(field, word)).toList();
    }

    /** The words of an object by their names, in the order written. */
    Map<String, String> map(String field) {
        Map<String, String> map = new LinkedHashMap<>();
        JsonNode value = node.path(field);
        value.fieldNames().forEachRemaining(name -> map.put(name, value.path(name).asText()));
        return map;
    }

    /** The objects in an object by their names, in the order written. */
    Map<String, Yaml> objects(String field) {
        Map<String, Yaml> map = new LinkedHashMap<>();
        JsonNode value = node.path(field);
        value.fieldNames()
                .forEachRemaining(name ->
                        map.put(
                                name,
                                new Yaml(
                                        "%s.%s.%s".formatted(place, field, name),
                                        value.path(name))));
        return map;
    }

    /** The objects of a list. */
    List<Yaml> list(String field) {
        List<Yaml> list = new ArrayList<>();
        for (JsonNode each : node.path(field)) {
            list.add(new Yaml("%s.%s[%d]".formatted(place, field, list.size()), each));
        }
        return list;
    }
}

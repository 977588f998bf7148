package town.nagar.forecast.featurestore;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import town.nagar.forecast.feature.Definitions;
import town.nagar.forecast.feature.Entity;
import town.nagar.forecast.feature.Feature;
import town.nagar.forecast.feature.FeatureRef;
import town.nagar.forecast.feature.FeatureView;
import town.nagar.forecast.featurestore.row.FeatureValue;
import town.nagar.kit.http.ApiException;

/**
 * Which features of which entities are asked for.
 *
 * @param names the features' names in the answer
 * @param entities the values of each join key, a list a key, all of one length
 */
record FeatureQuestion(
        List<FeatureRef> features, List<String> names, Map<String, List<FeatureValue>> entities) {
    private static final int MOST_FEATURES = 2000;
    private static final int MOST_VALUES = 500_000;

    FeatureQuestion {
        features = List.copyOf(features);
        names = List.copyOf(names);
        entities = Map.copyOf(entities);
    }

    /**
     * Reads Feast's body: {@code features} or {@code feature_service}, {@code entities}, {@code
     * full_feature_names}.
     *
     * @param most entities
     * @throws ApiException 400 naming field, value and what is allowed; 404 for an unknown service
     */
    static FeatureQuestion of(JsonNode body, Definitions definitions, int most) {
        List<FeatureRef> features = features(body, definitions);
        boolean full = body.path("full_feature_names").asBoolean(false);
        Map<String, List<FeatureValue>> entities = new LinkedHashMap<>();
        for (FeatureRef ref : features) {
            Entity entity = ref.view().entity();
            entities.computeIfAbsent(
                    entity.joinKey(),
                    key -> FeastJson.column(body, "entities", key, entity.type()));
        }
        checkLengths(entities, Math.min(most, MOST_VALUES / features.size()));
        return new FeatureQuestion(features, names(features, full), entities);
    }

    private static void checkLengths(Map<String, List<FeatureValue>> entities, int most) {
        int length = entities.values().iterator().next().size();
        entities.forEach((key, values) -> {
            if (values.isEmpty() || values.size() > most || values.size() != length) {
                throw ApiException.invalidParameter(
                        "entities." + key,
                        values.size() + " values",
                        "a list of 1 to %d values, as long as the others".formatted(most));
            }
            if (values.contains(FeatureValue.missing())) {
                throw ApiException.invalidParameter("entities." + key, "null", "without null");
            }
        });
    }

    private static List<FeatureRef> features(JsonNode body, Definitions definitions) {
        if (body.has("feature_service") && !body.path("feature_service").isNull()) {
            String name = body.path("feature_service").asText();
            return definitions
                    .findService(name)
                    .orElseThrow(() -> ApiException.notFound("feature service", name))
                    .features();
        }
        List<FeatureRef> refs = new ArrayList<>();
        for (JsonNode one : body.path("features")) {
            refs.addAll(refs(one.asText(), definitions));
        }
        if (refs.isEmpty() || refs.size() > MOST_FEATURES) {
            throw ApiException.invalidParameter(
                    "features",
                    body.path("features").toString(),
                    "a list of view:feature, or feature_service given");
        }
        return refs;
    }

    /** The feature of {@code view:feature}, or all of {@code view:*}. */
    static List<FeatureRef> refs(String words, Definitions definitions) {
        int colon = words.indexOf(':');
        FeatureView view =
                definitions
                        .findView(colon < 0 ? words : words.substring(0, colon))
                        .orElseThrow(() -> unknown(words, views(definitions)));
        String name = words.substring(colon + 1);
        if (name.equals("*")) {
            return view.kept().stream().map(one -> new FeatureRef(view, one)).toList();
        }
        Optional<Feature> feature = colon < 0 ? Optional.empty() : view.find(name);
        return List.of(
                new FeatureRef(
                        view,
                        feature.orElseThrow(() ->
                                unknown(
                                        words,
                                        view.kept().stream()
                                                .map(one -> view.name() + ":" + one.name())
                                                .toList()))));
    }

    private static List<String> views(Definitions definitions) {
        return definitions.views().stream().map(view -> view.name() + ":FEATURE").toList();
    }

    private static ApiException unknown(String words, List<String> allowed) {
        return ApiException.invalidParameter("features", words, new TreeSet<>(allowed));
    }

    private static List<String> names(List<FeatureRef> features, boolean full) {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (FeatureRef ref : features) {
            String name =
                    full ? ref.view().name() + "__" + ref.feature().name() : ref.feature().name();
            if (!taken.add(name)) {
                throw ApiException.invalidParameter(
                        "full_feature_names",
                        "false",
                        "true where several views have a feature '%s'".formatted(name));
            }
            names.add(name);
        }
        return names;
    }

    /** The features of each view, which are looked up together. */
    Map<FeatureView, List<FeatureRef>> byView() {
        Map<FeatureView, List<FeatureRef>> views = new LinkedHashMap<>();
        for (FeatureRef ref : features) {
            views.computeIfAbsent(ref.view(), _ -> new ArrayList<>()).add(ref);
        }
        return views;
    }

    /** The values of a view's join key. */
    List<FeatureValue> entities(FeatureView view) {
        return entities.getOrDefault(view.entity().joinKey(), List.of());
    }
}

package town.nagar.forecast.featurestore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import town.nagar.forecast.feature.Definitions;
import town.nagar.forecast.feature.Entity;
import town.nagar.forecast.feature.Feature;
import town.nagar.forecast.feature.FeatureRef;
import town.nagar.forecast.feature.FeatureService;
import town.nagar.forecast.feature.FeatureView;

/** Definitions as {@code GET /v1/features} tells them. */
final class DefinitionsJson {
    private static final String NAME = "name";
    private static final String VERSION = "version";
    private static final String FEATURES = "features";
    private static final String DESCRIPTION = "description";

    private DefinitionsJson() {}

    static Map<String, Object> of(Definitions all, String project) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("project", project);
        json.put("entities", all.entities().stream().map(DefinitionsJson::entity).toList());
        json.put("feature_views", all.views().stream().map(DefinitionsJson::view).toList());
        json.put(
                "feature_services", all.services().stream().map(DefinitionsJson::service).toList());
        json.put(
                "push_sources",
                all.pushSources().stream()
                        .map(one -> Map.of(NAME, one.name(), DESCRIPTION, one.description()))
                        .toList());
        json.put("model_row", Map.of(VERSION, all.modelVersion(), FEATURES, features(all.model())));
        return json;
    }

    private static Map<String, Object> entity(Entity entity) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(NAME, entity.name());
        json.put("join_key", entity.joinKey());
        json.put("value_type", entity.type().name());
        json.put(DESCRIPTION, entity.description());
        return json;
    }

    private static Map<String, Object> view(FeatureView view) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(NAME, view.name());
        json.put(VERSION, view.version());
        json.put("entity", view.entity().name());
        json.put("join_key", view.entity().joinKey());
        json.put("source", view.source());
        json.put("push_source", view.pushSource());
        json.put("ttl_seconds", view.ttl().toSeconds());
        json.put(DESCRIPTION, view.description());
        json.put(FEATURES, features(view.kept()));
        return json;
    }

    private static Map<String, Object> service(FeatureService service) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(NAME, service.name());
        json.put(VERSION, service.version());
        json.put(DESCRIPTION, service.description());
        json.put(FEATURES, service.features().stream().map(FeatureRef::words).toList());
        return json;
    }

    private static List<Map<String, @Nullable Object>> features(List<Feature> features) {
        return features.stream().map(DefinitionsJson::feature).toList();
    }

    private static Map<String, @Nullable Object> feature(Feature feature) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(NAME, feature.name());
        json.put("type", feature.type().name());
        json.put("transformation", feature.transformation().toString().toLowerCase(Locale.ROOT));
        json.put("min", finite(feature.least()));
        json.put("max", finite(feature.most()));
        json.put("needed", feature.needed());
        return json;
    }

    private static @Nullable Double finite(double bound) {
        return Double.isInfinite(bound) ? null : (Double) bound;
    }
}

package town.nagar.forecast.feature;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All features that are defined, in Feast's terms: entities, views, services and push sources.
 *
 * @param model the features of every model's row, in its order
 */
public record Definitions(
        List<Feature> model,
        List<Entity> entities,
        List<PushSource> pushSources,
        List<FeatureView> views,
        List<FeatureService> services) {
    private static final List<String> FILES =
            List.of(
                    "model.yaml",
                    "hourly.yaml",
                    "daily.yaml",
                    "yearly.yaml",
                    "traffic.yaml",
                    "pollution.yaml",
                    "water.yaml",
                    "market.yaml",
                    "agriculture.yaml");

    public Definitions {
        model = List.copyOf(model);
        entities = List.copyOf(entities);
        pushSources = List.copyOf(pushSources);
        views = List.copyOf(views);
        services = List.copyOf(services);
    }

    private static final class Shipped {
        private static final Definitions DEFINITIONS = of(files());

        private Shipped() {}
    }

    /** Those that come with the product. */
    public static Definitions shipped() {
        return Shipped.DEFINITIONS;
    }

    /**
     * Those of YAML files.
     *
     * @param files their texts by name
     * @throws DefinitionException saying file, line, field, value and what is allowed
     */
    public static Definitions of(Map<String, String> files) {
        return new DefinitionFiles(files).read();
    }

    /** The texts of the shipped files by name. */
    static Map<String, String> files() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String file : FILES) {
            try (InputStream in =
                    Optional.ofNullable(Definitions.class.getResourceAsStream(file))
                            .orElseThrow(() -> new IllegalStateException("no " + file))) {
                texts.put(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }

    /** The view of this name. */
    public Optional<FeatureView> findView(String name) {
        return views.stream().filter(view -> view.name().equals(name)).findFirst();
    }

    /** The service of this name. */
    public Optional<FeatureService> findService(String name) {
        return services.stream().filter(service -> service.name().equals(name)).findFirst();
    }

    /** The views that are computed of a measure, such as {@code traffic.vehicle_count}. */
    public List<FeatureView> ofSource(String source) {
        return views.stream()
                .filter(view -> !view.isPushed() && view.source().equals(source))
                .toList();
    }

    /** The views that somebody pushes through a source. */
    public List<FeatureView> ofPushSource(String name) {
        return views.stream()
                .filter(view -> view.isPushed() && view.pushSource().equals(name))
                .toList();
    }

    /** Changes whenever any feature of the models' rows does. */
    public String modelVersion() {
        return Versions.of(model.stream().map(Feature::rule).toList().toString());
    }
}

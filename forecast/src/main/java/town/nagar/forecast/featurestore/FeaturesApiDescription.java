package town.nagar.forecast.featurestore;

import io.swagger.v3.core.util.Yaml;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Says of the feature store's routes what docs/openapi-features.yaml says. */
final class FeaturesApiDescription implements OpenApiCustomizer {
    private OpenAPI own() {
        try (InputStream in =
                Optional.ofNullable(getClass().getResourceAsStream("openapi-features.yaml"))
                        .orElseThrow(() -> new IllegalStateException("no openapi-features.yaml"))) {
            return Yaml.mapper().readValue(in, OpenAPI.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void customise(OpenAPI api) {
        OpenAPI own = own();
        if (api.getComponents() == null) {
            api.setComponents(new Components());
        }
        own.getComponents()
                .getSchemas()
                .forEach((name, schema) -> {
                    var known = api.getComponents().getSchemas();
                    if (known == null || !known.containsKey(name)) {
                        api.getComponents().addSchemas(name, schema);
                    }
                });
        own.getComponents()
                .getResponses()
                .forEach((name, response) -> api.getComponents().addResponses(name, response));
        own.getPaths()
                .forEach((path, item) -> {
                    if (api.getPaths().containsKey(path)) {
                        api.getPaths().put(path, item);
                    }
                });
    }
}

package town.nagar.forecast.serving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import town.nagar.forecast.ForecastService;
import town.nagar.forecast.monitoring.Statements;
import town.nagar.forecast.monitoring.TrackRecord;
import town.nagar.forecast.rollout.SplitKey;
import town.nagar.kit.KitParts;
import town.nagar.kit.keys.Caller;
import town.nagar.kit.keys.Callers;
import town.nagar.kit.settings.Settings;

/** Predictions on a port of their own, from models in a folder. */
final class RunningForecast implements AutoCloseable {
    /** The key of somebody who may do all. */
    static final String KEY = "key-of-asha";

    private static final Caller ADMIN = new Caller("asha", Set.of("admin"));

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({KitParts.class, ServingParts.class})
    static class Parts {}

    /** An answer and its status. */
    record Answer(int status, JsonNode body) {}

    private RunningForecast(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** The whole service, with the registry that the settings name. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({KitParts.class, ForecastService.class})
    static class WholeParts {}

    static RunningForecast start(Path dataDir, String dataUrl, InstantSource clock, Past past) {
        return start(
                Parts.class,
                settings(dataDir, dataUrl),
                clock,
                past,
                fresh -> {
                    fresh.registerBean(
                            FolderShelf.class, () -> new FolderShelf(MadeModels.models(dataDir)));
                    fresh.registerBean(SplitKey.class, () -> (_, place) -> place);
                });
    }

    /** Starts the whole service, which keeps what its versions say. */
    static RunningForecast startWhole(
            Path dataDir,
            String dataUrl,
            InstantSource clock,
            Map<String, String> more,
            Past past) {
        Map<String, String> settings = settings(dataDir, dataUrl);
        settings.putAll(more);
        return start(WholeParts.class, settings, clock, past, _ -> {});
    }

    /**
     * Starts the whole service.
     *
     * @param more settings, such as where the servers are
     * @param statements is handed what versions say
     * @param track how they did
     */
    static RunningForecast startWhole(
            Path dataDir,
            String dataUrl,
            InstantSource clock,
            Map<String, String> more,
            Past past,
            Statements statements,
            TrackRecord track) {
        Map<String, String> settings = settings(dataDir, dataUrl);
        settings.putAll(more);
        return start(
                WholeParts.class,
                settings,
                clock,
                past,
                fresh -> {
                    fresh.registerBean(
                            Statements.class, () -> statements, bean -> bean.setPrimary(true));
                    fresh.registerBean(
                            TrackRecord.class, () -> track, bean -> bean.setPrimary(true));
                });
    }

    private static Map<String, String> settings(Path dataDir, String dataUrl) {
        return new HashMap<>(
                Map.of(
                        "nagar.data-dir",
                        dataDir.toString(),
                        "nagar.forecast.data-url",
                        dataUrl,
                        "nagar.forecast.first-models-after",
                        "0s",
                        "nagar.forecast.keep-warm",
                        "false"));
    }

    private static RunningForecast start(
            Class<?> parts,
            Map<String, String> settings,
            InstantSource clock,
            Past past,
            Consumer<GenericApplicationContext> beans) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", 0);
        properties.put("server.address", "127.0.0.1");
        properties.put("spring.threads.virtual.enabled", true);
        properties.put("spring.main.banner-mode", "off");
        properties.put("springdoc.api-docs.path", "/v1/openapi.json");
        properties.put("spring.jackson.property-naming-strategy", "SNAKE_CASE");
        SpringApplicationBuilder application =
                new SpringApplicationBuilder(parts)
                        .properties(properties)
                        .initializers((GenericApplicationContext fresh) -> {
                            fresh.registerBean(Settings.class, () -> Settings.of(settings));
                            fresh.registerBean(InstantSource.class, () -> clock);
                            fresh.registerBean(
                                    Callers.class,
                                    () -> key -> Optional.of(ADMIN).filter(_ -> key.equals(KEY)));
                            fresh.registerBean(Past.class, () -> past);
                            beans.accept(fresh);
                        });
        return new RunningForecast(application.run());
    }

    /** The service's address. */
    String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port", "0");
    }

    private URI at(String path) {
        return URI.create(url() + path);
    }

    Answer post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/json")
                        .header("X-API-Key", KEY)
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return answer(client.send(request, BodyHandlers.ofString()));
    }

    Answer get(String path) throws IOException, InterruptedException {
        return answer(
                client.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString()));
    }

    private static Answer answer(HttpResponse<String> response) throws IOException {
        return new Answer(
                response.statusCode(), JsonMapper.builder().build().readTree(response.body()));
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        client.close();
    }
}

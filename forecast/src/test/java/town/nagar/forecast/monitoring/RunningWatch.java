package town.nagar.forecast.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import town.nagar.forecast.EmptyDatabase;
import town.nagar.forecast.registry.RegistryParts;
import town.nagar.forecast.registry.release.Stage;
import town.nagar.forecast.retraining.RetrainingParts;
import town.nagar.forecast.rollout.NewVersions;
import town.nagar.forecast.rollout.SplitKey;
import town.nagar.forecast.serving.FolderShelf;
import town.nagar.forecast.serving.MadeModels;
import town.nagar.forecast.serving.ServingParts;
import town.nagar.kit.KitParts;
import town.nagar.kit.keys.Caller;
import town.nagar.kit.keys.Callers;
import town.nagar.kit.settings.Settings;
import town.nagar.supervisor.EphemeralServers;
import town.nagar.supervisor.ServerName;

/** The forecast service on a port of its own with an empty database, judging only when told to. */
public final class RunningWatch implements AutoCloseable {
    /** The key of a person who may ask for models. */
    public static final String ASHA = "key-of-asha";

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({
        KitParts.class,
        RegistryParts.class,
        ServingParts.class,
        MonitoringParts.class,
        RetrainingParts.class
    })
    static class Parts {}

    /** An answer and its status. */
    public record Answer(int status, JsonNode body) {}

    private RunningWatch(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it on a new database. */
    public static RunningWatch start(
            Path dataDir,
            String dataUrl,
            InstantSource clock,
            NewVersions versions,
            Map<String, String> more) {
        Map<String, String> settings =
                new TreeMap<>(EphemeralServers.settings(ServerName.POSTGRES));
        settings.put("nagar.postgres.url", EmptyDatabase.on(settings));
        settings.put("nagar.kafka.url", "127.0.0.1:1");
        settings.putAll(more);
        return startOn(settings, dataDir, dataUrl, clock, versions);
    }

    /** Starts it on servers that need not be there. */
    public static RunningWatch startOn(
            Map<String, String> servers,
            Path dataDir,
            String dataUrl,
            InstantSource clock,
            NewVersions versions) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", 0);
        properties.put("server.address", "127.0.0.1");
        properties.put("spring.threads.virtual.enabled", true);
        properties.put("spring.main.banner-mode", "off");
        properties.put("springdoc.api-docs.path", "/v1/openapi.json");
        properties.put("spring.jackson.property-naming-strategy", "SNAKE_CASE");
        Map<String, String> settings = new TreeMap<>(servers);
        settings.put("nagar.data-dir", dataDir.toString());
        settings.put("nagar.forecast.data-url", dataUrl);
        settings.put("nagar.forecast.first-models", "false");
        settings.put("nagar.forecast.keep-warm", "false");
        settings.put("nagar.forecast.monitoring.enabled", "false");
        SpringApplicationBuilder application =
                new SpringApplicationBuilder(Parts.class)
                        .properties(properties)
                        .initializers((GenericApplicationContext fresh) -> {
                            fresh.registerBean(Settings.class, () -> Settings.of(settings));
                            fresh.registerBean(InstantSource.class, () -> clock);
                            fresh.registerBean(Callers.class, () -> RunningWatch::caller);
                            fresh.registerBean(
                                    NewVersions.class,
                                    () -> versions,
                                    bean -> bean.setPrimary(true));
                            fresh.registerBean(
                                    FolderShelf.class,
                                    () -> new FolderShelf(MadeModels.models(dataDir)));
                            fresh.registerBean(SplitKey.class, () -> (_, place) -> place);
                        });
        return new RunningWatch(application.run());
    }

    private static Optional<Caller> caller(String key) {
        return key.equals(ASHA)
                ? Optional.of(new Caller("asha", Set.of("admin")))
                : Optional.empty();
    }

    /** Has statements of the hours before a moment kept, each told twice. */
    public void say(Stage stage, String version, Instant before, int hours, double more)
            throws InterruptedException {
        KeptStatements statements = part(KeptStatements.class);
        long count = statements.kept() + hours;
        for (int back = 1; back <= hours; back++) {
            Instant origin = before.minus(Duration.ofHours(back));
            var said = new MadeStatement(version, stage, origin, more, 6);
            statements.take(said);
            statements.take(said);
        }
        for (int tries = 0; tries < 200 && statements.kept() < count; tries++) {
            Thread.sleep(50);
        }
        if (statements.kept() != count) {
            throw new IllegalStateException("kept " + statements.kept() + " of " + count);
        }
    }

    /** Judges everything once. */
    public void round() {
        part(Rounds.class).round();
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** What is at a path. */
    public Answer get(String path) throws IOException, InterruptedException {
        return answer(request(path).GET());
    }

    /** The answer to a call with a key; an empty one for none. */
    public Answer post(String path, String body, String key)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        return answer(key.isEmpty() ? request : request.header("X-API-Key", key));
    }

    /** What Prometheus is told. */
    public String metrics() throws IOException, InterruptedException {
        return client.send(request("/metrics").build(), BodyHandlers.ofString()).body();
    }

    /** The service's address. */
    public URI url() {
        String port = context.getEnvironment().getProperty("local.server.port", "0");
        return URI.create("http://127.0.0.1:" + port);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path));
    }

    private Answer answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), new ObjectMapper().readTree(response.body()));
    }

    @Override
    public void close() {
        context.close();
        client.close();
    }
}

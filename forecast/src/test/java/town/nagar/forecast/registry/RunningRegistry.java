package town.nagar.forecast.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
import town.nagar.kit.KitParts;
import town.nagar.kit.keys.Caller;
import town.nagar.kit.keys.Callers;
import town.nagar.kit.settings.Settings;
import town.nagar.supervisor.EphemeralServers;
import town.nagar.supervisor.ServerName;

/** The forecast service on a port of its own, as the assembly starts it, with an empty database. */
final class RunningRegistry implements AutoCloseable {
    /** The keys of two people and of somebody who may only send readings. */
    static final String ASHA = "key-of-asha";

    static final String RAVI = "key-of-ravi";
    static final String SENSOR = "key-of-a-sensor";

    private static final Map<String, Caller> CALLERS =
            Map.of(
                    ASHA, new Caller("asha", Set.of("admin")),
                    RAVI, new Caller("ravi", Set.of("admin")),
                    SENSOR, new Caller("sensor", Set.of("ingest")));

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({KitParts.class, RegistryParts.class})
    static class Parts {}

    private RunningRegistry(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it on a new database and the shared object store. */
    static RunningRegistry start(Map<String, String> more) {
        Map<String, String> settings =
                new TreeMap<>(EphemeralServers.settings(ServerName.POSTGRES, ServerName.S3));
        settings.put("nagar.postgres.url", EmptyDatabase.on(settings));
        settings.putAll(more);
        return startOn(settings);
    }

    /** Starts it on servers that need not be there. */
    static RunningRegistry startOn(Map<String, String> settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", 0);
        properties.put("server.address", "127.0.0.1");
        properties.put("spring.threads.virtual.enabled", true);
        properties.put("spring.main.banner-mode", "off");
        properties.put("springdoc.api-docs.path", "/v1/openapi.json");
        properties.put("spring.jackson.property-naming-strategy", "SNAKE_CASE");
        SpringApplicationBuilder application =
                new SpringApplicationBuilder(Parts.class)
                        .properties(properties)
                        .initializers((GenericApplicationContext fresh) -> {
                            fresh.registerBean(Settings.class, () -> Settings.of(settings));
                            fresh.registerBean(InstantSource.class, InstantSource::system);
                            fresh.registerBean(
                                    Callers.class,
                                    () -> key -> Optional.ofNullable(CALLERS.get(key)));
                        });
        return new RunningRegistry(application.run());
    }

    /** The service's address. */
    String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port", "0");
    }

    /** The answer to a call with a key; an empty key for none. */
    HttpResponse<String> call(String method, String path, String body, String key)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url() + path))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("X-API-Key", key);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** A part of the service. */
    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        client.close();
    }
}

package town.nagar.forecast.featurestore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.UUID;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import town.nagar.kit.KitParts;
import town.nagar.kit.keys.Caller;
import town.nagar.kit.keys.Callers;
import town.nagar.kit.settings.Settings;
import town.nagar.supervisor.ServerName;

/** The feature store on a port of its own, as the assembly starts it, with nothing in it. */
final class RunningFeatures implements AutoCloseable {
    static final String KEY = "key-of-asha";

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({KitParts.class, FeatureStoreParts.class})
    static class Parts {}

    private RunningFeatures(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it on real servers, with a project and a bucket of its own. */
    static RunningFeatures start(String dataDir, InstantSource clock) {
        Map<String, String> settings = EmptyBucket.settings(ServerName.REDIS, ServerName.S3);
        String own = UUID.randomUUID().toString().replace("-", "");
        settings.put("nagar.forecast.features.project", "p" + own);
        settings.put("nagar.data-dir", dataDir);
        return startOn(settings, clock);
    }

    /** Starts it on servers that need not be there. */
    static RunningFeatures startOn(Map<String, String> settings, InstantSource clock) {
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
                            fresh.registerBean(InstantSource.class, () -> clock);
                            fresh.registerBean(
                                    Callers.class,
                                    () ->
                                            key ->
                                                    KEY.equals(key)
                                                            ? Optional.of(
                                                                    new Caller(
                                                                            "asha",
                                                                            Set.of("admin")))
                                                            : Optional.empty());
                        });
        return new RunningFeatures(application.run());
    }

    /** An answer and its status. */
    record Answer(int status, JsonNode body) {}

    /** The service's address. */
    URI url() {
        String port = context.getEnvironment().getProperty("local.server.port", "0");
        return URI.create("http://127.0.0.1:" + port);
    }

    Answer get(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(url() + path)));
    }

    /** The answer to a call with a key; an empty key for none. */
    Answer post(String path, String body, String key) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url() + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        return answer(key.isEmpty() ? request : request.header("X-API-Key", key));
    }

    /** The answer to a body of which nobody says what it is, as Python's clients send it. */
    Answer postBytes(String path, String body) throws IOException, InterruptedException {
        return answer(
                HttpRequest.newBuilder(URI.create(url() + path))
                        .POST(BodyPublishers.ofString(body)));
    }

    private Answer answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        return new Answer(answer.statusCode(), new ObjectMapper().readTree(answer.body()));
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

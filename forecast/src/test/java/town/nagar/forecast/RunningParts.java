package town.nagar.forecast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
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
import town.nagar.kit.KitParts;
import town.nagar.kit.keys.Caller;
import town.nagar.kit.keys.Callers;
import town.nagar.kit.settings.Settings;

/** Parts of the forecast service on a port of their own, as the assembly starts them. */
public final class RunningParts implements AutoCloseable {
    /** The keys of two people who may do all, and of somebody who may only send readings. */
    public static final String ASHA = "key-of-asha";

    public static final String RAVI = "key-of-ravi";
    public static final String SENSOR = "key-of-a-sensor";

    private static final Map<String, Caller> CALLERS =
            Map.of(
                    ASHA, new Caller("asha", Set.of("admin")),
                    RAVI, new Caller("ravi", Set.of("admin")),
                    SENSOR, new Caller("sensor", Set.of("ingest")));

    private static final Map<String, Object> PROPERTIES =
            Map.of(
                    "server.port", 0,
                    "server.address", "127.0.0.1",
                    "spring.threads.virtual.enabled", true,
                    "spring.main.banner-mode", "off",
                    "springdoc.api-docs.path", "/v1/openapi.json",
                    "spring.jackson.property-naming-strategy", "SNAKE_CASE");

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(KitParts.class)
    static class Kit {}

    /** An answer and its status. */
    public record Answer(int status, JsonNode body) {}

    private RunningParts(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts parts.
     *
     * @param beans makes what they need besides
     */
    public static RunningParts start(
            Class<?>[] parts,
            Map<String, String> settings,
            InstantSource clock,
            Consumer<GenericApplicationContext> beans) {
        var application =
                new SpringApplicationBuilder(Kit.class)
                        .sources(parts)
                        .properties(PROPERTIES)
                        .initializers((GenericApplicationContext fresh) -> {
                            fresh.registerBean(Settings.class, () -> Settings.of(settings));
                            fresh.registerBean(InstantSource.class, () -> clock);
                            fresh.registerBean(Callers.class, () -> RunningParts::caller);
                            beans.accept(fresh);
                        });
        return new RunningParts(application.run());
    }

    private static Optional<Caller> caller(String key) {
        return Optional.ofNullable(CALLERS.get(key));
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Where they answer. */
    public URI url() {
        String port = context.getEnvironment().getProperty("local.server.port", "0");
        return URI.create("http://127.0.0.1:" + port);
    }

    /** A call to a path. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path));
    }

    /** A call to a path with JSON and a key; an empty one for none. */
    public HttpRequest.Builder request(String path, String method, String body, String key) {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        return key.isEmpty() ? request : request.header("X-API-Key", key);
    }

    /** The answer to a call, as text. */
    public HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** The answer to a call, which is JSON. */
    public Answer answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request);
        return new Answer(
                response.statusCode(), JsonMapper.builder().build().readTree(response.body()));
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return answer(request(path));
    }

    /** The answer to JSON sent with a key; an empty one for none. */
    public Answer post(String path, String body, String key)
            throws IOException, InterruptedException {
        return answer(request(path, "POST", body, key));
    }

    @Override
    public void close() {
        context.close();
        client.close();
    }
}

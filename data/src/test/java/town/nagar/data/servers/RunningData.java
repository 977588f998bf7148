package town.nagar.data.servers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import town.nagar.data.DataService;
import town.nagar.kit.KitParts;
import town.nagar.kit.keys.Callers;
import town.nagar.kit.settings.Settings;

/** The data service on a port of its own, as the assembly starts it. */
public final class RunningData implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({KitParts.class, DataService.class})
    static class Parts {}

    private RunningData(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts it.
     *
     * @param settings keys such as {@code nagar.postgres.url}
     */
    public static RunningData start(Map<String, String> settings, InstantSource clock, int port) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", port);
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
                            fresh.registerBean(Callers.class, () -> key -> Optional.empty());
                        });
        return new RunningData(application.run());
    }

    /** The address of a path. */
    public URI at(String path) {
        String port = context.getEnvironment().getProperty("local.server.port", "0");
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** The answer to a GET. */
    public HttpResponse<String> get(String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** A part of the service. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        client.close();
    }
}

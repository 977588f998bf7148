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
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import town.nagar.kit.KitParts;
import town.nagar.kit.keys.Callers;
import town.nagar.kit.settings.Settings;

/** The forecast service on a port of its own, as the assembly starts it. */
final class RunningForecast implements AutoCloseable {
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

    static RunningForecast start(Path dataDir, String dataUrl, InstantSource clock, Past past) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", 0);
        properties.put("server.address", "127.0.0.1");
        properties.put("spring.threads.virtual.enabled", true);
        properties.put("spring.main.banner-mode", "off");
        properties.put("spring.jackson.property-naming-strategy", "SNAKE_CASE");
        Map<String, String> settings =
                Map.of(
                        "nagar.data-dir",
                        dataDir.toString(),
                        "nagar.forecast.data-url",
                        dataUrl,
                        "nagar.forecast.first-models-after",
                        "0s",
                        "nagar.forecast.keep-warm",
                        "false");
        SpringApplicationBuilder application =
                new SpringApplicationBuilder(Parts.class)
                        .properties(properties)
                        .initializers((GenericApplicationContext fresh) -> {
                            fresh.registerBean(Settings.class, () -> Settings.of(settings));
                            fresh.registerBean(InstantSource.class, () -> clock);
                            fresh.registerBean(Callers.class, () -> _ -> Optional.empty());
                            fresh.registerBean(Past.class, () -> past);
                        });
        return new RunningForecast(application.run());
    }

    private URI at(String path) {
        String port = context.getEnvironment().getProperty("local.server.port", "0");
        return URI.create("http://127.0.0.1:" + port + path);
    }

    Answer post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/json")
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

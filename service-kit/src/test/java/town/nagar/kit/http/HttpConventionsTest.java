package town.nagar.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import town.nagar.kit.KitParts;
import town.nagar.kit.health.Health;
import town.nagar.kit.health.HealthPart;
import town.nagar.kit.keys.Caller;
import town.nagar.kit.keys.Callers;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpConventionsTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private ConfigurableApplicationContext context;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Parts {
        @Bean
        InstantSource clock() {
            return InstantSource.fixed(Instant.parse("2026-02-06T08:00:00Z"));
        }

        @Bean
        Callers callers() {
            return key ->
                    key.equals("good")
                            ? Optional.of(new Caller("gate", Set.of("ingest")))
                            : Optional.of(new Caller("root", Set.of("admin")))
                                    .filter(_ -> key.equals("root"));
        }

        @Bean
        HealthPart postgres() {
            return HealthPart.of("postgres", () -> Health.down("history cannot be read"));
        }

        @Bean
        Routes routes() {
            return new Routes();
        }
    }

    record Body(int count) {}

    @RestController
    static class Routes {
        @GetMapping("/v1/horizon")
        String horizon(jakarta.servlet.http.HttpServletRequest request) {
            return Query.of(request, "forecast_horizon")
                    .choice("forecast_horizon", java.util.List.of("2h", "6h"), "2h");
        }

        @GetMapping("/v1/broken")
        String broken() {
            throw new IllegalStateException("jdbc:postgresql://secret");
        }

        @PostMapping("/v1/ingest/traffic")
        int ingest(@RequestBody Body body) {
            return body.count();
        }

        @GetMapping("/v1/admin/dead-letters")
        String admin() {
            return "";
        }
    }

    @BeforeAll
    void start() {
        context =
                new SpringApplicationBuilder(KitParts.class, Parts.class)
                        .properties("server.port=0", "server.address=127.0.0.1")
                        .run();
    }

    @AfterAll
    void stop() {
        context.close();
    }

    private HttpRequest.Builder request(String path) {
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Everything that comes back for a request line, head and body. */
    private String raw(String line) throws IOException {
        URI uri = request("/").build().uri();
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            String head = line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return all.replaceFirst("\r\n\r\n[0-9a-f]+\r\n", "\r\n\r\n"); // a chunk's length
        }
    }

    @Test
    void aWrongParameterIsAnsweredInTheDocumentsEnvelope() throws Exception {
        HttpResponse<String> answer =
                send(request("/v1/horizon?forecast_horizon=48h").header("X-Request-Id", "r1"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("X-Request-Id")).hasValue("r1");
        assertThat(answer.body())
                .contains("\"code\":\"INVALID_PARAMETER\"")
                .contains("Invalid forecast_horizon. Must be one of: 2h, 6h")
                .contains("\"provided\":\"48h\"")
                .contains("\"allowed\":[\"2h\",\"6h\"]")
                .contains("\"request_id\":\"r1\"")
                .contains("\"timestamp\":\"2026-02-06T08:00:00Z\"");
    }

    @Test
    void aParameterThatDoesNotExistIsRefused() throws Exception {
        assertThat(send(request("/v1/horizon?horizn=2h")).body())
                .contains("\"parameter\":\"horizn\"");
    }

    @Test
    void problemDetailsAreGivenToWhoAsks() throws Exception {
        HttpResponse<String> answer =
                send(
                        request("/v1/horizon?forecast_horizon=48h")
                                .header("Accept", "application/problem+json"));
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.body()).contains("urn:nagar:error:INVALID_PARAMETER");
    }

    @Test
    void aBreakageLeaksNothing() throws Exception {
        HttpResponse<String> answer = send(request("/v1/broken"));
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
    }

    @Test
    void aMissingPageIsAnsweredInTheEnvelopeToo() throws Exception {
        HttpResponse<String> answer = send(request("/v1/nothing"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("\"error\"")
                .contains("\"code\":\"NOT_FOUND\"")
                .contains("There is no page '/v1/nothing'");
    }

    @Test
    void aMethodThatIsNotThereIsAnsweredWithThoseThatAre() throws Exception {
        HttpResponse<String> answer =
                send(
                        request("/v1/horizon")
                                .header("X-API-Key", "root")
                                .method("PUT", BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET");
        assertThat(answer.body())
                .contains("\"code\":\"METHOD_NOT_ALLOWED\"")
                .contains("\"allowed\":\"GET\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%zz", "%c3%28", "2h%0a"})
    void aParameterThatIsNoTextIsABadRequest(String value) throws Exception {
        assertThat(raw("GET /v1/horizon?forecast_horizon=" + value))
                .startsWith("HTTP/1.1 400")
                .contains("\"code\":\"INVALID_PARAMETER\"");
    }

    /** Requests that never reach a route, as no client library would send them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /../../etc/passwd",
                "GET /%2e%2e/%2e%2e/etc/passwd",
                "GET /v1/%00",
                "TRACE /",
                "GET /v1/\\",
            })
    void whatTheServerItselfRefusesIsAnsweredInTheEnvelopeAndLeaksNothing(String line)
            throws Exception {
        assertThat(raw(line))
                .startsWith("HTTP/1.1 40")
                .contains("\r\n\r\n{\"error\":{\"code\":\"")
                .contains("\"timestamp\":\"")
                .doesNotContain("<")
                .doesNotContain("Tomcat")
                .doesNotContain("apache");
    }

    @Test
    void writingNeedsAKeyAndAdminNeedsMore() throws Exception {
        HttpRequest.Builder post =
                request("/v1/ingest/traffic")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"count\":3}"));
        assertThat(send(post).statusCode()).isEqualTo(401);
        assertThat(send(post.setHeader("X-API-Key", "good")).body()).isEqualTo("3");
        assertThat(send(post.setHeader("X-API-Key", "bad")).statusCode()).isEqualTo(401);
        assertThat(send(request("/v1/admin/dead-letters")).statusCode()).isEqualTo(401);
        assertThat(send(request("/v1/admin/dead-letters").header("X-API-Key", "good")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aBodyThatIsNoJsonIsABadRequest() throws Exception {
        HttpRequest.Builder post =
                request("/v1/ingest/traffic")
                        .header("Content-Type", "application/json")
                        .header("X-API-Key", "good")
                        .POST(BodyPublishers.ofString("{"));
        assertThat(send(post).body()).contains("INVALID_BODY");
    }

    @Test
    void healthSaysWhichPartIsDownAndWhatThatMeans() throws Exception {
        assertThat(send(request("/health")).body())
                .contains("\"status\":\"DEGRADED\"")
                .contains("history cannot be read");
        assertThat(send(request("/health/ready")).statusCode()).isEqualTo(200);
    }

    @Test
    void metricsAreServedForPrometheus() throws Exception {
        assertThat(send(request("/metrics")).body()).contains("jvm_memory_used_bytes");
    }
}

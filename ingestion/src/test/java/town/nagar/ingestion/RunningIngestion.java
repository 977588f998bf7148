package town.nagar.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.FileSystemUtils;
import town.nagar.contracts.readings.Reading;
import town.nagar.contracts.readings.ReadingJson;
import town.nagar.kit.KitParts;
import town.nagar.kit.keys.Caller;
import town.nagar.kit.keys.Callers;
import town.nagar.kit.settings.Settings;
import town.nagar.supervisor.EphemeralServers;
import town.nagar.supervisor.ServerName;

/** The whole service with real Kafka, MQTT broker, PostgreSQL and Redis. */
final class RunningIngestion implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    static final Map<String, String> SERVERS =
            EphemeralServers.settings(
                    ServerName.KAFKA, ServerName.MQTT, ServerName.POSTGRES, ServerName.REDIS);

    static final Path DATA_DIR = dataDir();

    final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context = run();

    private RunningIngestion() {}

    static RunningIngestion start() {
        RunningIngestion service = new RunningIngestion();
        service.awaitOpen();
        return service;
    }

    /** A part of the service. */
    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Parts {
        @Bean
        InstantSource clock() {
            return InstantSource.system();
        }

        @Bean
        Settings settings() {
            Map<String, String> all = new TreeMap<>(SERVERS);
            all.put("nagar.data-dir", DATA_DIR.toString());
            all.put("nagar.ingestion.files.every", "100ms");
            all.put("nagar.ingestion.files.quiet-for", "200ms");
            all.put("nagar.ingestion.limits.per-source", "slow=2");
            return Settings.of(all);
        }

        @Bean
        Callers callers() {
            Map<String, Caller> known =
                    Map.of(
                            "ingest-key", new Caller("gate-7", Set.of("ingest")),
                            "slow-key", new Caller("slow", Set.of("ingest")),
                            "admin-key", new Caller("root", Set.of("admin")));
            return key -> Optional.ofNullable(known.get(key));
        }
    }

    /** JUnit would make it only after the service was started. */
    private static Path dataDir() {
        try {
            return Files.createTempDirectory("nagar-ingestion-test");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ConfigurableApplicationContext run() {
        return new SpringApplicationBuilder(KitParts.class, IngestionService.class, Parts.class)
                .properties(
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "spring.threads.virtual.enabled=true")
                .run();
    }

    private void awaitOpen() {
        await(
                () -> send(post("/v1/ingest/traffic", traffic("OPEN", 0, 1))).statusCode(),
                status -> status == 201);
    }

    @Override
    public void close() throws IOException {
        context.close();
        FileSystemUtils.deleteRecursively(DATA_DIR);
    }

    URI uri(String scheme, String path) {
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return URI.create("%s://127.0.0.1:%d%s".formatted(scheme, port, path));
    }

    HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(uri("http", path)).header("X-API-Key", "admin-key");
    }

    HttpRequest.Builder post(String path, String body) {
        return HttpRequest.newBuilder(uri("http", path))
                .header("X-API-Key", path.contains("admin") ? "admin-key" : "ingest-key")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static String traffic(String sensor, int secondsAgo, int count) {
        return "{\"sensor_id\":\"%s\",\"event_time\":\"%s\",\"vehicle_count\":%d}"
                .formatted(sensor, Instant.now().minusSeconds(secondsAgo), count);
    }

    static <T> T await(Supplier<T> what, Predicate<T> until) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        T now = what.get();
        while (!until.test(now)) {
            assertThat(System.nanoTime()).as("still " + now).isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            now = what.get();
        }
        return now;
    }

    static List<Reading> readings(String topic, String sensorStart) {
        List<Reading> readings = new ArrayList<>();
        Map<String, Object> access =
                Map.of("bootstrap.servers", String.valueOf(SERVERS.get("nagar.kafka.url")));
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        access, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = consumer.endOffsets(partitions).values().stream().mapToLong(o -> o).sum();
            for (long seen = 0; seen < end; ) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    readings.add(ReadingJson.read(record.value()));
                    seen++;
                }
            }
        }
        return readings.stream().filter(r -> r.sensorId().startsWith(sensorStart)).toList();
    }
}

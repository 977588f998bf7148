package town.nagar.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.FileSystemUtils;
import town.nagar.contracts.Domain;
import town.nagar.contracts.Topics;
import town.nagar.contracts.json.ContractJson;
import town.nagar.contracts.readings.Flag;
import town.nagar.contracts.readings.Reading;
import town.nagar.contracts.readings.ReadingJson;
import town.nagar.contracts.readings.StreamLag;
import town.nagar.ingestion.idempotency.Claim;
import town.nagar.ingestion.idempotency.Idempotency;
import town.nagar.ingestion.publish.KafkaOutlet;
import town.nagar.ingestion.replay.Connection;
import town.nagar.ingestion.replay.ReplayCommand;
import town.nagar.kit.KitParts;
import town.nagar.kit.keys.Caller;
import town.nagar.kit.keys.Callers;
import town.nagar.kit.settings.Secret;
import town.nagar.kit.settings.Settings;
import town.nagar.supervisor.EphemeralServers;
import town.nagar.supervisor.ServerName;

/** The whole service with real Kafka, MQTT broker, PostgreSQL and Redis. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IngestionServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> SERVERS =
            EphemeralServers.settings(
                    ServerName.KAFKA, ServerName.MQTT, ServerName.POSTGRES, ServerName.REDIS);

    private static final Path DATA_DIR = dataDir();

    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context = start();

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

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(KitParts.class, IngestionService.class, Parts.class)
                .properties(
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "spring.threads.virtual.enabled=true")
                .run();
    }

    @BeforeAll
    void awaitOpen() {
        await(
                () -> send(post("/v1/ingest/traffic", traffic("OPEN", 0, 1))).statusCode(),
                status -> status == 201);
    }

    @AfterAll
    void stop() {
        context.close();
        assertThat(FileSystemUtils.deleteRecursively(DATA_DIR.toFile())).isTrue();
    }

    private URI uri(String scheme, String path) {
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return URI.create("%s://127.0.0.1:%d%s".formatted(scheme, port, path));
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(uri("http", path)).header("X-API-Key", "admin-key");
    }

    private HttpRequest.Builder post(String path, String body) {
        return HttpRequest.newBuilder(uri("http", path))
                .header("X-API-Key", path.contains("admin") ? "admin-key" : "ingest-key")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String traffic(String sensor, int secondsAgo, int count) {
        return "{\"sensor_id\":\"%s\",\"event_time\":\"%s\",\"vehicle_count\":%d}"
                .formatted(sensor, Instant.now().minusSeconds(secondsAgo), count);
    }

    private static <T> T await(Supplier<T> what, Predicate<T> until) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        T now = what.get();
        while (!until.test(now)) {
            assertThat(System.nanoTime()).as("still " + now).isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            now = what.get();
        }
        return now;
    }

    private static List<Reading> readings(String topic, String sensorStart) {
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

    @Test
    void aReadingPostedIsInKafkaBeforeTheAnswer() {
        String json = traffic("REST-1", 5, 7);
        HttpResponse<String> answer = send(post("/v1/ingest/traffic", json));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("\"ingest_id\":").contains("\"flags\":[\"unverified\"]");
        assertThat(readings("traffic", "REST-1"))
                .singleElement()
                .satisfies(reading -> {
                    assertThat(reading.source()).isEqualTo("gate-7");
                    assertThat(reading.flags()).containsExactly(Flag.UNVERIFIED);
                    assertThat(answer.body()).contains(Long.toString(reading.ingestId()));
                });
        assertThat(send(post("/v1/ingest/traffic", json)).statusCode()).isEqualTo(200);
    }

    @Test
    void aReadingThatIsWrongIsAnsweredWithTheReason() {
        HttpResponse<String> answer = send(post("/v1/ingest/traffic", traffic("REST-2", 5, -7)));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("\"code\":\"OUTSIDE_PHYSICAL_RANGE\"")
                .contains("vehicle_count is -7.0 vehicles; allowed: 0.0 to 100000.0");
        assertThat(send(post("/v1/ingest/noise", "{}")).statusCode()).isEqualTo(404);
        assertThat(send(post("/v1/ingest/traffic", "[]")).statusCode()).isEqualTo(400);
        String long_ = " ".repeat(70_000);
        assertThat(send(post("/v1/ingest/traffic", long_)).statusCode()).isEqualTo(413);
        HttpRequest.Builder nobody =
                post("/v1/ingest/traffic", "{}").setHeader("X-API-Key", "guessed");
        assertThat(send(nobody).statusCode()).isEqualTo(401);
    }

    @Test
    void aBatchIsAnsweredItemByItemAndItsRepetitionWithTheSameAnswer() {
        String body =
                "[%s,%s,{\"a\":1}]".formatted(traffic("BATCH-1", 9, 1), traffic("BATCH-1", 8, 2));
        assertThat(send(post("/v1/ingest/traffic/batch", body)).statusCode()).isEqualTo(400);
        HttpRequest.Builder keyed =
                post("/v1/ingest/traffic/batch", body).header("Idempotency-Key", "k-1");
        HttpResponse<String> first = send(keyed);
        assertThat(first.statusCode()).isEqualTo(207);
        assertThat(first.body()).contains("\"accepted\":2").contains("\"refused\":1");
        HttpResponse<String> again = send(keyed);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        HttpRequest.Builder other =
                post("/v1/ingest/traffic/batch", "[]").header("Idempotency-Key", "k-1");
        assertThat(send(other).statusCode()).isEqualTo(422);
        assertThat(readings("traffic", "BATCH-1")).hasSize(2);
    }

    @Test
    void whoSendsTooFastIsToldWhenToComeAgain() {
        HttpRequest.Builder fast =
                post("/v1/ingest/traffic", traffic("SLOW-1", 5, 7))
                        .setHeader("X-API-Key", "slow-key");
        HttpResponse<String> refused =
                await(() -> send(fast), answer -> answer.statusCode() >= 400);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After")).hasValue(1);
        assertThat(refused.body()).contains("\"code\":\"RATE_LIMITED\"").contains("'slow'");
        assertThat(send(post("/v1/ingest/traffic", traffic("SLOW-2", 5, 7))).statusCode())
                .as("others are not held back")
                .isEqualTo(201);
        await(() -> send(fast).statusCode(), status -> status == 200);
    }

    @Test
    void allMustWaitWhileTheStreamsAreBehindAndGoOnWhenTheyHaveCaughtUp() {
        HttpRequest.Builder reading = post("/v1/ingest/traffic", traffic("PACE-1", 5, 7));
        HttpResponse<String> refused =
                await(
                        () -> {
                            tellLag(1_000_000);
                            return send(reading);
                        },
                        answer -> answer.statusCode() >= 400);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After")).isPresent();
        assertThat(refused.body()).contains("send again later");
        assertThat(send(get("/metrics")).body()).contains("nagar_ingestion_senders_wait 1.0");
        await(
                () -> {
                    tellLag(0);
                    return send(reading).statusCode();
                },
                status -> status < 300);
    }

    private void tellLag(long pending) {
        context.getBean(KafkaOutlet.class)
                .send(
                        Topics.STREAM_LAG,
                        "traffic",
                        ContractJson.write(new StreamLag(Domain.TRAFFIC, pending)),
                        new CompletableFuture<>());
    }

    @Test
    void aKeyWhoseBatchIsUnderWayIsAnsweredByWait() {
        String body = "[%s]".formatted(traffic("RUNNING-1", 5, 7));
        String hash = HexFormat.of().formatHex(sha256("traffic" + body));
        var answers = context.getBean(Idempotency.class);
        assertThat(answers.claim("gate-7/k-running", hash)).isInstanceOf(Claim.Fresh.class);
        HttpRequest.Builder keyed =
                post("/v1/ingest/traffic/batch", body).header("Idempotency-Key", "k-running");
        HttpResponse<String> running = send(keyed);
        assertThat(running.statusCode()).isEqualTo(409);
        assertThat(running.body()).contains("IDEMPOTENCY_KEY_RUNNING");
        assertThat(running.headers().firstValue("Retry-After")).hasValue("1");
        answers.abandon("gate-7/k-running");
        assertThat(send(keyed).statusCode()).isEqualTo(207);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aBodyThatSaysItIsNoJsonIsToldWhatToSend() {
        String reading = traffic("FORM-1", 5, 7);
        HttpRequest.Builder form =
                post("/v1/ingest/traffic", reading)
                        .setHeader("Content-Type", "application/x-www-form-urlencoded");
        HttpResponse<String> refused = send(form);
        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(refused.body())
                .contains("\"code\":\"UNSUPPORTED_MEDIA_TYPE\"")
                .contains("\"allowed\":\"application/json\"");
        HttpRequest.Builder packed =
                post("/v1/ingest/traffic", reading).header("Content-Encoding", "gzip");
        assertThat(send(packed).statusCode()).isEqualTo(415);
        HttpRequest.Builder wide =
                post("/v1/ingest/traffic", reading)
                        .setHeader("Content-Type", "application/json; charset=utf-16");
        assertThat(send(wide).statusCode()).isEqualTo(415);
        HttpRequest.Builder good =
                post("/v1/ingest/traffic", reading)
                        .setHeader("Content-Type", "application/json;charset=UTF-8");
        assertThat(send(good).statusCode()).isEqualTo(201);
    }

    @Test
    void theSchemaOfADomainIsServed() {
        assertThat(send(get("/v1/schemas/water")).body()).contains("\"pressure_bar\"");
        assertThat(send(get("/v1/schemas/noise")).statusCode()).isEqualTo(404);
    }

    private static Mqtt5BlockingClient mqtt(String id) {
        URI broker = URI.create(String.valueOf(SERVERS.get("nagar.mqtt.url")));
        Mqtt5BlockingClient client =
                Mqtt5Client.builder()
                        .identifier(id)
                        .serverHost(broker.getHost())
                        .serverPort(broker.getPort())
                        .simpleAuth()
                        .username(String.valueOf(SERVERS.get("nagar.mqtt.user")))
                        .password(
                                String.valueOf(SERVERS.get("nagar.mqtt.password"))
                                        .getBytes(StandardCharsets.UTF_8))
                        .applySimpleAuth()
                        .buildBlocking();
        client.connect();
        return client;
    }

    private static void publish(
            Mqtt5BlockingClient client, String topic, MqttQos qos, String text) {
        client.publishWith()
                .topic(topic)
                .qos(qos)
                .payload(text.getBytes(StandardCharsets.UTF_8))
                .userProperties()
                .add("gateway", "gw-3")
                .applyUserProperties()
                .send();
    }

    @Test
    void gatewaysAreHeardWithBothQualitiesOfService() {
        await(() -> send(get("/health")).body(), body -> body.contains("messages_in_flight"));
        Mqtt5BlockingClient gateway = mqtt("gateway-3");
        for (int i = 0; i < 500; i++) {
            String json = "{\"event_time\":%d,\"flow_rate\":1.5}".formatted(1_770_000_000_000L + i);
            MqttQos qos = i % 2 == 0 ? MqttQos.AT_LEAST_ONCE : MqttQos.AT_MOST_ONCE;
            publish(gateway, "nagar/water/MQTT-" + i, qos, json);
        }
        List<Reading> readings =
                await(() -> readings("water", "MQTT-"), found -> found.size() >= 500);
        assertThat(readings).extracting(Reading::sensorId).doesNotHaveDuplicates();
        assertThat(readings).extracting(Reading::source).containsOnly("gw-3");
        gateway.disconnect();
    }

    @Test
    void whatWasRefusedIsShownAndCanBeSentInAgain() {
        Mqtt5BlockingClient gateway = mqtt("gateway-4");
        publish(gateway, "nagar/traffic/DEAD-1", MqttQos.AT_LEAST_ONCE, "{\"no json");
        publish(gateway, "nagar/noise/DEAD-2", MqttQos.AT_LEAST_ONCE, "{}");
        gateway.disconnect();
        String list = "/v1/admin/dead-letters?source=gw-3&reason=unknown_domain";
        String found = await(() -> send(get(list)).body(), body -> body.contains("nagar/noise"));
        assertThat(found).contains("\"state\":\"waiting\"").doesNotContain("original_base64");
        String id = found.replaceAll("(?s).*\"id\":(\\d+).*", "$1");
        assertThat(send(get("/v1/admin/dead-letters/" + id)).body())
                .contains("\"original_base64\":\"e30=\"");
        HttpResponse<String> replayed =
                send(post("/v1/admin/dead-letters/%s/replay".formatted(id), ""));
        assertThat(replayed.body())
                .contains("\"state\":\"failed_again\"")
                .contains("\"replays\":1");
        assertThat(send(get("/v1/admin/dead-letters?colour=red")).statusCode()).isEqualTo(400);
        assertThat(send(get("/v1/admin/dead-letters/77")).statusCode()).isEqualTo(404);
        String many = "/v1/admin/dead-letters/replay";
        assertThat(send(post(many, "{\"source\":\"gw-3\",\"reason\":\"malformed\"}")).body())
                .contains("\"replayed\":1")
                .contains("failed_again");
    }

    @Test
    void aFileInTheInboxIsTakenInAndABadRowCanBeSentInAgainWithABetterMapping() throws IOException {
        Path mappings = Files.createDirectories(DATA_DIR.resolve("mappings"));
        String mapping =
                """
                domain: traffic
                files: ["counts-*"]
                time: {column: when, format: FORMAT, zone: Asia/Kolkata}
                sensor: "FILE-{place}"
                values: {vehicle_count: {column: count}}
                """;
        Path file = mappings.resolve("counts.yaml");
        Files.writeString(file, mapping.replace("FORMAT", "yyyy-MM-dd HH:mm"));
        Path inbox = Files.createDirectories(DATA_DIR.resolve("inbox/traffic"));
        Files.writeString(
                inbox.resolve("counts-1.csv"),
                "when,place,count\n2026-02-06 08:00,A,5\n06/02/2026 09:00,A,6\n");
        Path done = DATA_DIR.resolve("done/traffic/counts-1.csv");
        await(() -> Files.exists(done), is -> is);
        assertThat(done.resolveSibling("counts-1.csv.errors.jsonl")).content().contains("bad_row");
        assertThat(readings("traffic", "FILE-A")).hasSize(1);

        Files.writeString(file, mapping.replace("FORMAT", "dd/MM/yyyy HH:mm"));
        String list = "/v1/admin/dead-letters?source=file:counts-1.csv";
        String found = await(() -> send(get(list)).body(), body -> body.contains("bad_row"));
        String id = found.replaceAll("(?s).*\"id\":(\\d+).*", "$1");
        assertThat(send(post("/v1/admin/dead-letters/%s/replay".formatted(id), "")).body())
                .contains("\"state\":\"replayed\"");
        assertThat(readings("traffic", "FILE-A").getLast().flags()).contains(Flag.REPLAYED);
    }

    /** Keeps what a WebSocket says. */
    private static final class Ear implements WebSocket.Listener {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            heard.add(data.toString());
            socket.request(1);
            return java.util.concurrent.CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            heard.add("closed " + status);
            return java.util.concurrent.CompletableFuture.completedFuture(null);
        }

        private String next() throws InterruptedException {
            return String.valueOf(heard.poll(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void aWebSocketIsAnsweredFrameByFrame() throws Exception {
        Ear ear = new Ear();
        WebSocket socket =
                client.newWebSocketBuilder().buildAsync(uri("ws", "/v1/ingest/ws"), ear).get();
        socket.sendText("{\"type\":\"auth\",\"api_key\":\"ingest-key\"}", true).get();
        assertThat(ear.next()).contains("authenticated");
        String reading =
                traffic("WS-1", 3, 4).replaceFirst("\\{", "{\"id\":\"a\",\"domain\":\"traffic\",");
        socket.sendText(reading, true).get();
        assertThat(ear.next()).contains("\"type\":\"ack\"").contains("\"id\":\"a\"");
        socket.sendText("{\"id\":\"b\",\"domain\":\"traffic\"}", true).get();
        assertThat(ear.next())
                .contains("\"type\":\"error\"")
                .contains("\"id\":\"b\"")
                .contains("sensor_id is missing");
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get();
        assertThat(readings("traffic", "WS-1")).hasSize(1);
    }

    @Test
    void aWebSocketWithoutAKeyIsClosed() throws Exception {
        Ear ear = new Ear();
        WebSocket socket =
                client.newWebSocketBuilder().buildAsync(uri("ws", "/v1/ingest/ws"), ear).get();
        socket.sendText("{\"type\":\"auth\",\"api_key\":\"guessed\"}", true).get();
        assertThat(ear.next()).isEqualTo("closed 4401");
    }

    private Connection connection() {
        return new Connection(
                uri("http", "/"),
                new Secret("ingest-key"),
                String.valueOf(SERVERS.get("nagar.mqtt.url")),
                String.valueOf(SERVERS.get("nagar.mqtt.user")),
                new Secret(String.valueOf(SERVERS.get("nagar.mqtt.password"))));
    }

    private String replay(int expectedStatus, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status =
                ReplayCommand.run(args, new PrintStream(out), new PrintStream(err), connection());
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(expectedStatus);
        return expectedStatus == 0
                ? out.toString(StandardCharsets.UTF_8)
                : err.toString(StandardCharsets.UTF_8);
    }

    /** Hours as the I-94 file has them: some stand twice, once for each weather code. */
    @Test
    void aFileIsReplayedInEventTimeAndItsRepeatedHoursAreStoredOnce(@TempDir Path dir)
            throws IOException {
        StringBuilder csv = new StringBuilder("date_time,traffic_volume,weather_main\n");
        for (int hour = 0; hour < 240; hour++) {
            String time = "2017-03-%02d %02d:00".formatted(1 + hour / 24, hour % 24);
            csv.append(time).append(',').append(100 + hour).append(",Rain\n");
            if (hour % 6 == 0) {
                csv.append(time).append(',').append(100 + hour).append(",Mist\n");
            }
        }
        Path file = Files.writeString(dir.resolve("metro_i94_hourly.csv"), csv);
        String summary = replay(0, "--domain", "traffic", "--file", file.toString(), "--json");
        assertThat(summary)
                .contains("\"sent\":280,\"acknowledged\":240,\"duplicates\":40,\"refused\":0");
        List<Reading> stored = readings("traffic", "I94-ATR301-WB");
        assertThat(stored).hasSize(240);
        assertThat(stored.getFirst().eventTime()).isEqualTo(Instant.parse("2017-03-01T06:00:00Z"));
    }

    @Test
    void aFileIsReplayedOverMqttToo(@TempDir Path dir) throws IOException {
        Path file =
                Files.writeString(
                        dir.resolve("x.csv"),
                        """
                        sensor_id,event_time,ph
                        REPLAY-1,2026-02-06T08:00:01Z,7
                        REPLAY-1,2026-02-06T08:00:00Z,6
                        """);
        assertThat(
                        replay(
                                0,
                                "--domain",
                                "water",
                                "--file",
                                file.toString(),
                                "--via",
                                "mqtt",
                                "--speed",
                                "10"))
                .contains("sent 2, acknowledged 2");
        List<Reading> stored =
                await(() -> readings("water", "REPLAY-1"), found -> found.size() == 2);
        assertThat(stored).extracting(Reading::eventTime).isSorted();
    }

    @Test
    void wrongArgumentsOfReplayAreNamed() {
        assertThat(replay(2, "--domain", "noise", "--file", "x")).contains("domain 'noise'");
        assertThat(replay(2, "--file", "x")).contains("--domain is missing").contains("usage:");
        assertThat(replay(2, "--domain", "water", "--file", "nowhere")).contains("'nowhere'");
    }

    @Test
    void whatPassesTheDoorIsCountedForPrometheus() {
        var _ = send(post("/v1/ingest/traffic", traffic("METER-1", 5, 7)));
        assertThat(send(get("/metrics")).body())
                .contains(
                        "nagar_ingestion_readings_total{domain=\"traffic\",outcome=\"accepted\",route=\"rest\"}")
                .contains("nagar_ingestion_latency_seconds_bucket")
                .contains("nagar_ingestion_spool_records")
                .contains("nagar_ingestion_dead_letters_total{reason=\"bad_row\"}");
    }
}

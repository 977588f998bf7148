package town.nagar.streams.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import town.nagar.contracts.Domain;
import town.nagar.contracts.Topics;
import town.nagar.contracts.json.ContractJson;
import town.nagar.contracts.readings.Aggregate;
import town.nagar.contracts.readings.Reading;
import town.nagar.contracts.readings.ReadingJson;
import town.nagar.streams.StreamsMain;
import town.nagar.streams.fixtures.RawTables;
import town.nagar.streams.fixtures.SmallTown;
import town.nagar.streams.table.PostgresAddress;
import town.nagar.supervisor.EphemeralServers;
import town.nagar.supervisor.ServerName;

/** The process is killed in the middle and started again: every row and window is there once. */
class KillAndRestoreTest {
    private static final Map<String, String> SERVERS =
            EphemeralServers.settings(ServerName.KAFKA, ServerName.POSTGRES, ServerName.REDIS);
    private static final PostgresAddress POSTGRES = RawTables.address(SERVERS);
    private static final int SENSORS = 40;
    private static final int SECONDS = 900;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir private Path data = Path.of("");

    private Process start() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StreamsMain.class.getName(),
                        "--domains",
                        "traffic");
        SERVERS.forEach((key, value) ->
                builder.environment()
                        .put(
                                key.replaceAll("[.-]", "_").toUpperCase(java.util.Locale.ROOT),
                                value));
        builder.environment().put("NAGAR_DATA_DIR", data.toString());
        builder.environment().put("NAGAR_STREAMS_CHECKPOINT_INTERVAL", "PT0.5S");
        // on a busy machine a partition may not be heard for a while; taken for quiet, its windows
        // would come twice, rightly, and this test could not tell that from a second commit
        builder.environment().put("NAGAR_STREAMS_QUIET", "PT10M");
        File log = data.resolve("streams.log").toFile();
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    private static Reading reading(int sensor, int second, long ingestId) {
        Instant at = SmallTown.NOON.plusSeconds(second).plusMillis(sensor);
        return SmallTown.reading(
                Domain.TRAFFIC,
                "T" + sensor,
                "R" + sensor,
                at,
                Map.of("vehicle_count", 1.0, "average_speed", 30.0 + sensor),
                ingestId);
    }

    private static void send(int fromSecond, int untilSecond) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", setting("nagar.kafka.url"));
        settings.put("key.serializer", ByteArraySerializer.class);
        settings.put("value.serializer", ByteArraySerializer.class);
        try (var producer = new KafkaProducer<byte[], byte[]>(settings)) {
            for (int second = fromSecond; second < untilSecond; second++) {
                for (int sensor = 0; sensor < SENSORS; sensor++) {
                    Reading reading = reading(sensor, second, second * 1000L + sensor);
                    var record =
                            new ProducerRecord<>(
                                    Topics.readings(Domain.TRAFFIC),
                                    reading.placeId().getBytes(StandardCharsets.UTF_8),
                                    ReadingJson.write(reading));
                    var _ = producer.send(record);
                    if (sensor % 10 == 0) {
                        var _ = producer.send(record);
                    }
                }
            }
        }
    }

    private static String setting(String key) {
        return java.util.Objects.requireNonNull(SERVERS.get(key), key);
    }

    private static long rows() {
        try (Connection connection =
                        DriverManager.getConnection(
                                POSTGRES.url(), POSTGRES.user(), POSTGRES.password());
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT count(*) FROM traffic_measurements")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(deadline);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** All committed one-minute results so far. */
    private static List<Aggregate> minutes() {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", setting("nagar.kafka.url"));
        settings.put("key.deserializer", ByteArrayDeserializer.class);
        settings.put("value.deserializer", ByteArrayDeserializer.class);
        settings.put("isolation.level", "read_committed");
        List<Aggregate> minutes = new ArrayList<>();
        try (var consumer = new KafkaConsumer<byte[], byte[]>(settings)) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(Topics.processed(Domain.TRAFFIC)).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record :
                        consumer.poll(Duration.ofMillis(100))) {
                    Aggregate result = ContractJson.read(record.value(), Aggregate.class);
                    if (result.kind().equals("traffic_minute")) {
                        minutes.add(result);
                    }
                }
            }
        }
        return minutes;
    }

    @Test
    void afterAKillEveryRowAndEveryWindowIsThereOnce() throws Exception {
        RawTables.makeAndEmpty(POSTGRES);
        Process first = start();
        try {
            await("the first process makes its topics", () -> topicsAreMade());
            send(0, SECONDS / 2);
            await("some rows are stored", () -> rows() > 1000);
            await("some windows are committed", () -> !minutes().isEmpty());
        } finally {
            first.destroyForcibly().waitFor();
        }
        Process second = start();
        try {
            send(SECONDS / 2, SECONDS);
            int complete = (SECONDS / 60 - 1) * SENSORS;
            await("all rows are stored", () -> rows() == (long) SECONDS * SENSORS);
            await("all windows are committed", () -> minutes().size() >= complete);
            assertExact(minutes());
            Instant last = reading(7, SECONDS - 1, 1).eventTime();
            await(
                    "the latest value is stored",
                    () -> latest("latest:traffic:T7") == last.toEpochMilli());
            await(
                    "the latest window is stored",
                    () ->
                            latest("latest:traffic:@traffic_minute:R7")
                                    == SmallTown.NOON.plusSeconds(SECONDS - 60).toEpochMilli());
        } finally {
            second.destroy();
            assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(rows()).isEqualTo((long) SECONDS * SENSORS);
    }

    /** The event time of a latest value in Redis, 0 if there is none. */
    private static long latest(String key) {
        try (Jedis redis = new Jedis(URI.create(setting("nagar.redis.url")))) {
            return Long.parseLong(redis.hgetAll(key).getOrDefault("t", "0"));
        }
    }

    private static boolean topicsAreMade() {
        try (var admin =
                org.apache.kafka.clients.admin.Admin.create(
                        Map.<String, Object>of("bootstrap.servers", setting("nagar.kafka.url")))) {
            return admin.listTopics()
                    .names()
                    .get(10, TimeUnit.SECONDS)
                    .contains(Topics.processed(Domain.TRAFFIC));
        } catch (Exception e) { // Kafka is busy starting
            return false;
        }
    }

    private static void assertExact(List<Aggregate> minutes) {
        Map<String, Integer> times = new HashMap<>();
        for (Aggregate minute : minutes) {
            times.merge(minute.placeId() + " " + minute.windowEnd(), 1, Integer::sum);
        }
        assertThat(times.values()).as("each window once").containsOnly(1);
        assertThat(minutes)
                .as("each window has all its readings")
                .allSatisfy(minute ->
                        assertThat(minute.figures()).containsEntry("vehicle_count", 60.0));
    }
}

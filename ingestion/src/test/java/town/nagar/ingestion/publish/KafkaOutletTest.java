package town.nagar.ingestion.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.contracts.Topics;
import town.nagar.supervisor.EphemeralServers;
import town.nagar.supervisor.RunningServers;
import town.nagar.supervisor.ServerName;

/** The way out with a real Kafka that comes late. */
class KafkaOutletTest {
    private static final PublishSettings IMPATIENT =
            new PublishSettings(
                    Duration.ofMillis(5),
                    131_072,
                    33_554_432,
                    "lz4",
                    Duration.ofMillis(500),
                    Duration.ofMillis(1_000),
                    Duration.ofMillis(200),
                    1_048_576,
                    65_536,
                    Duration.ofMillis(5),
                    4,
                    1,
                    Duration.ofDays(7),
                    Duration.ofDays(30));

    @TempDir Path dir;

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatKafkaDoesNotTakeSurvivesACrashAndArrivesInOrderWhenKafkaComes() throws Exception {
        int port = freePort();
        String kafka = "127.0.0.1:" + port;
        KafkaOutlet crashed = KafkaOutlet.open(kafka, dir.resolve("spool"), IMPATIENT);
        var first = crashed.send("traffic", "R7", bytes("0"));
        awaitSpooled(crashed, 1);
        for (int i = 1; i < 50; i++) {
            var _ = crashed.send("traffic", "R7", bytes(Integer.toString(i)));
        }
        assertThat(first).isNotDone();
        awaitSpooled(crashed, 50);
        crashed.close();

        try (KafkaOutlet outlet = KafkaOutlet.open(kafka, dir.resolve("spool"), IMPATIENT)) {
            List<CompletableFuture<Void>> mine =
                    IntStream.range(50, 60)
                            .mapToObj(i -> outlet.send("traffic", "R7", bytes(Integer.toString(i))))
                            .toList();
            assertThat(outlet.spoolRecords()).isEqualTo(60);
            assertThat(outlet.kafkaHealth().check().state().name()).isEqualTo("DEGRADED");
            try (RunningServers _ =
                    EphemeralServers.start(
                            Set.of(ServerName.KAFKA),
                            Map.of("nagar.kafka.port", Integer.toString(port)))) {
                TopicSetup.ensure(kafka, IMPATIENT);
                CompletableFuture.allOf(mine.toArray(CompletableFuture<?>[]::new))
                        .get(60, TimeUnit.SECONDS);
                assertThat(outlet.spoolRecords()).isZero();
                assertThat(distinct(read(kafka, "traffic", 60)))
                        .containsExactlyElementsOf(
                                IntStream.range(0, 60).mapToObj(Integer::toString).toList());
                assertTopics(kafka);
                outlet.send("traffic", "R7", bytes("direct")).get(10, TimeUnit.SECONDS);
            }
        }
    }

    private static void awaitSpooled(KafkaOutlet outlet, int records) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (outlet.spoolRecords() < records) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static List<String> distinct(List<String> texts) {
        return texts.stream().distinct().toList();
    }

    private static List<String> read(String kafka, String topic, int count) {
        Map<String, Object> access =
                Map.of(
                        "bootstrap.servers", kafka,
                        "group.id", "test",
                        "auto.offset.reset", "earliest");
        List<String> texts = new ArrayList<>();
        try (Consumer<String, String> consumer =
                new KafkaConsumer<>(access, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            for (int i = 0; i < 200 && distinct(texts).size() < count; i++) {
                consumer.poll(Duration.ofMillis(100)).forEach(r -> texts.add(r.value()));
            }
        }
        return texts;
    }

    private static void assertTopics(String kafka) throws Exception {
        ConfigResource reference = new ConfigResource(ConfigResource.Type.TOPIC, Topics.REFERENCE);
        ConfigResource traffic = new ConfigResource(ConfigResource.Type.TOPIC, "traffic");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            var configs = admin.describeConfigs(List.of(reference, traffic)).all().get();
            assertThat(String.valueOf(configs.get(reference)))
                    .contains("name=cleanup.policy, value=compact");
            assertThat(String.valueOf(configs.get(traffic)))
                    .contains("name=message.timestamp.type, value=LogAppendTime");
            assertThat(admin.listTopics().names().get())
                    .contains("weather", "traffic-processed", "dead-letter", "alerts", "late");
        }
    }

    @Test
    void aFullSpoolTellsTheSenderToComeAgain() throws Exception {
        String kafka = "127.0.0.1:" + freePort();
        try (KafkaOutlet outlet = KafkaOutlet.open(kafka, dir.resolve("spool"), IMPATIENT)) {
            var _ = outlet.send("traffic", "R7", bytes("0"));
            awaitSpooled(outlet, 1);
            byte[] large = new byte[500_000];
            var _ = outlet.send("traffic", "R7", large);
            var _ = outlet.send("traffic", "R7", large);
            CompletableFuture<Void> third = outlet.send("traffic", "R7", large);
            assertThat(third).isCompletedExceptionally();
            assertThat(outlet.spoolHealth().check().state().name()).isEqualTo("DOWN");
        }
    }

    @Test
    void whoeverSentWhatKafkaRefusesForGoodIsToldSoThoughItWasSpooled() throws Exception {
        int port = freePort();
        String kafka = "127.0.0.1:" + port;
        byte[] large = new byte[5_000];
        new SplittableRandom(1).nextBytes(large);
        try (KafkaOutlet outlet = KafkaOutlet.open(kafka, dir.resolve("spool"), IMPATIENT)) {
            CompletableFuture<Void> before = outlet.send("traffic", "R7", bytes("before"));
            awaitSpooled(outlet, 1);
            CompletableFuture<Void> refused = outlet.send("traffic", "R7", large);
            CompletableFuture<Void> behind = outlet.send("traffic", "R7", bytes("behind"));
            try (RunningServers _ =
                    EphemeralServers.start(
                            Set.of(ServerName.KAFKA),
                            Map.of("nagar.kafka.port", Integer.toString(port)))) {
                makeTopicOfSmallRecords(kafka);
                CompletableFuture.allOf(before, behind).get(60, TimeUnit.SECONDS);
                assertThat(refused).isCompletedExceptionally();
                assertThat(outlet.spoolRecords()).isZero();
                assertThat(distinct(read(kafka, "traffic", 2))).containsExactly("before", "behind");
            }
        }
    }

    private static void makeTopicOfSmallRecords(String kafka) throws Exception {
        NewTopic topic =
                new NewTopic("traffic", 1, (short) 1).configs(Map.of("max.message.bytes", "1000"));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(topic)).all().get(60, TimeUnit.SECONDS);
        }
    }
}

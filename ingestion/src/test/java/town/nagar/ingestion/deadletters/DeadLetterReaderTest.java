package town.nagar.ingestion.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.contracts.Topics;
import town.nagar.contracts.json.ContractJson;
import town.nagar.contracts.readings.DeadLetter;
import town.nagar.ingestion.publish.KafkaOutlet;
import town.nagar.ingestion.publish.PublishSettings;
import town.nagar.ingestion.publish.TopicSetup;
import town.nagar.kit.settings.Secret;
import town.nagar.supervisor.EphemeralServers;
import town.nagar.supervisor.RunningServers;
import town.nagar.supervisor.ServerName;
import town.nagar.supervisor.ServerStatus;

/** From Kafka to a PostgreSQL of its own that is killed on the way. */
class DeadLetterReaderTest {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(90).toNanos();
    private static final String SOURCE = "reader-test";

    @TempDir Path dir;

    private static byte[] letter(long id) {
        byte[] original = {0, (byte) 0xFF, 'x'};
        return ContractJson.write(
                new DeadLetter(
                        id,
                        Instant.now(),
                        "mqtt",
                        SOURCE,
                        "water",
                        "nagar/water/W1",
                        "malformed",
                        "not\0JSON",
                        Base64.getEncoder().encodeToString(original)));
    }

    private static int count(DeadLetterTable table) {
        Filter filter = new Filter("", SOURCE, "", "waiting", Instant.EPOCH, Filter.NEWEST, 1_000);
        try {
            return table.list(filter).size();
        } catch (SQLException e) {
            return -1; // away for now
        }
    }

    private static void await(DeadLetterTable table, int letters) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (count(table) != letters) {
            assertThat(System.nanoTime()).as("letters " + count(table)).isLessThan(end);
            LockSupport.parkNanos(100_000_000);
        }
    }

    private static ProcessHandle postgres(RunningServers servers) {
        return servers.status().stream()
                .filter(status -> status.name().equals("postgres"))
                .map(ServerStatus::pid)
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void lettersWaitInKafkaWhilePostgresqlIsAway() throws Exception {
        String kafka =
                String.valueOf(EphemeralServers.settings(ServerName.KAFKA).get("nagar.kafka.url"));
        TopicSetup.ensure(kafka, PublishSettings.DEFAULTS);
        try (RunningServers servers =
                        EphemeralServers.start(Set.of(ServerName.POSTGRES), Map.of());
                DeadLetterTable table =
                        new DeadLetterTable(
                                servers.setting("nagar.postgres.url"),
                                servers.setting("nagar.postgres.user"),
                                new Secret(servers.setting("nagar.postgres.password")));
                KafkaOutlet outlet =
                        KafkaOutlet.open(kafka, dir.resolve("spool"), PublishSettings.DEFAULTS);
                DeadLetterReader _ =
                        DeadLetterReader.start(
                                DeadLetterSettings.DEFAULTS,
                                table,
                                outlet,
                                InstantSource.system(),
                                kafka)) {
            outlet.send(Topics.DEAD_LETTER, SOURCE, letter(1)).get(30, TimeUnit.SECONDS);
            await(table, 1);
            ProcessHandle killed = postgres(servers);
            assertThat(killed.destroyForcibly()).isTrue();
            killed.onExit().get(30, TimeUnit.SECONDS);
            for (long id : List.of(2L, 3L, 3L)) {
                outlet.send(Topics.DEAD_LETTER, SOURCE, letter(id)).get(30, TimeUnit.SECONDS);
            }
            await(table, 3);
            assertThat(table.find(2).orElseThrow().original()).containsExactly(0, (byte) 0xFF, 'x');
            assertThat(table.find(2).orElseThrow().letter().message()).isEqualTo("not\uFFFDJSON");
        }
    }
}

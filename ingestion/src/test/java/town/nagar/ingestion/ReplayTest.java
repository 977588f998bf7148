package town.nagar.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static town.nagar.ingestion.RunningIngestion.SERVERS;
import static town.nagar.ingestion.RunningIngestion.await;
import static town.nagar.ingestion.RunningIngestion.readings;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.contracts.readings.Reading;
import town.nagar.ingestion.replay.Connection;
import town.nagar.ingestion.replay.ReplayCommand;
import town.nagar.kit.settings.Secret;

/** Files that are replayed into a running service. */
@ExtendWith(SharedIngestion.class)
class ReplayTest {
    private final RunningIngestion service;

    ReplayTest(RunningIngestion service) {
        this.service = service;
    }

    private Connection connection() {
        return new Connection(
                service.uri("http", "/"),
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
}

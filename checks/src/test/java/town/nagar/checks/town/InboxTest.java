package town.nagar.checks.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import town.nagar.checks.bench.Await;
import town.nagar.checks.bench.TownUnderTest;

/** Files laid into the inbox: what they hold is stored, and what cannot be read is kept to mend. */
@ExtendWith(SharedTown.class)
class InboxTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String MAPPING =
            """
            domain: water
            files: ["meters-*"]
            time: {column: when, format: FORMAT, zone: Asia/Kolkata}
            sensor: "INBOX-{meter}"
            values: {flow_rate: {column: flow, unit: l/s}}
            """;

    @Test
    void aRowThatCannotBeReadIsADeadLetterAndIsStoredOnceItsMappingIsMended(TownUnderTest town)
            throws Exception {
        Path mapping = Files.createDirectories(town.dataDir().resolve("mappings"));
        Path file = mapping.resolve("meters.yaml");
        Files.writeString(file, MAPPING.replace("FORMAT", "yyyy-MM-dd HH:mm"));
        lay(
                town,
                "meters-1.csv.gz",
                "when,meter,flow\n2026-02-06 08:00,A,1.5\n06/02/2026 09:00,A,2.5\n");
        Path done = town.dataDir().resolve("done/water/meters-1.csv.gz");
        Await.until("the file is done", PATIENCE, () -> Files.exists(done));

        Visitor visitor = new Visitor(town);
        String list = "/v1/admin/dead-letters?source=file:meters-1.csv.gz";
        Await.until(
                "the letter is listed",
                PATIENCE,
                () -> visitor.get(list).json().path("items").size() == 1);
        JsonNode letter = visitor.get(list).json().at("/items/0");
        assertThat(letter.path("reason").asText()).isEqualTo("bad_row");
        assertThat(letter.toString()).contains("06/02/2026 09:00");

        String replay = "/v1/admin/dead-letters/%s/replay".formatted(letter.path("id").asText());
        assertThat(visitor.post(replay, "").json().path("state").asText())
                .isEqualTo("failed_again");
        Files.writeString(file, MAPPING.replace("FORMAT", "dd/MM/yyyy HH:mm"));
        assertThat(visitor.post(replay, "").json().path("state").asText()).isEqualTo("replayed");
        try (Connection tables = town.tables()) {
            Visitor.awaitNumber(
                    tables,
                    "SELECT count(*) FROM water_measurements WHERE meter_id = 'INBOX-A'"
                            + " AND flow_rate IN (1.5, 2.5)",
                    2);
        }
    }

    @Test
    void linesOfJsonAreTakenAndAFileThatIsNothingIsSetAside(TownUnderTest town) throws Exception {
        lay(
                town,
                "lines.jsonl",
                """
                {"sensor_id":"INBOX-B","event_time":"2026-02-06T08:00:00Z","values":{"ph":7.1}}
                {"sensor_id":"INBOX-B","event_time":"2026-02-06T08:01:00Z","values":{"ph":99}}
                """);
        lay(town, "holiday.csv", "no,column,that,anyone,knows\n1,2,3,4,5\n");
        try (Connection tables = town.tables()) {
            Visitor.awaitNumber(
                    tables,
                    "SELECT count(*) FROM water_measurements WHERE meter_id = 'INBOX-B'",
                    1);
        }
        Path failed = town.dataDir().resolve("failed/water/holiday.csv");
        Await.until("the other is set aside", PATIENCE, () -> Files.exists(failed));
        Path done = town.dataDir().resolve("done/water/lines.jsonl");
        Await.until("the lines are done", PATIENCE, () -> Files.exists(done));
        assertThat(done.resolveSibling("lines.jsonl.errors.jsonl"))
                .content()
                .contains("outside_physical_range");
    }

    /** Under another name first, as a careful sender does. */
    private static void lay(TownUnderTest town, String name, String text) throws IOException {
        Path inbox = Files.createDirectories(town.dataDir().resolve("inbox/water"));
        Path fresh = inbox.resolve("." + name + ".part");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (OutputStream file = Files.newOutputStream(fresh);
                OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(file) : file) {
            out.write(bytes);
        }
        Files.move(fresh, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}

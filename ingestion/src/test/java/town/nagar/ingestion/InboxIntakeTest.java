package town.nagar.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static town.nagar.ingestion.RunningIngestion.DATA_DIR;
import static town.nagar.ingestion.RunningIngestion.await;
import static town.nagar.ingestion.RunningIngestion.readings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import town.nagar.contracts.readings.Flag;

/** Readings in files. */
@ExtendWith(SharedIngestion.class)
class InboxIntakeTest {
    private final RunningIngestion service;

    InboxIntakeTest(RunningIngestion service) {
        this.service = service;
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
        String found =
                await(
                        () -> service.send(service.get(list)).body(),
                        body -> body.contains("bad_row"));
        String id = found.replaceAll("(?s).*\"id\":(\\d+).*", "$1");
        assertThat(
                        service.send(
                                        service.post(
                                                "/v1/admin/dead-letters/%s/replay".formatted(id),
                                                ""))
                                .body())
                .contains("\"state\":\"replayed\"");
        assertThat(readings("traffic", "FILE-A").getLast().flags()).contains(Flag.REPLAYED);
    }
}

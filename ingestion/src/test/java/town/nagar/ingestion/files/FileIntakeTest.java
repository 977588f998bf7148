package town.nagar.ingestion.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.contracts.Domain;
import town.nagar.ingestion.door.Doors;
import town.nagar.ingestion.files.Journal.Progress;
import town.nagar.ingestion.limits.LimitSettings;
import town.nagar.ingestion.limits.RateLimits;
import town.nagar.ingestion.mapping.MappingException;
import town.nagar.ingestion.registry.Registries;

class FileIntakeTest {
    private static final FileSettings SETTINGS =
            new FileSettings(
                    Duration.ofMillis(10), Duration.ofSeconds(3), 10, Duration.ofMillis(5));

    @TempDir Path dir;

    private final Doors doors = new Doors(Registries.sensor("T001", Domain.TRAFFIC, "R7"));
    private final CountDownLatch closed = new CountDownLatch(1);
    private Inbox inbox = new Inbox(Path.of("."), Duration.ZERO);
    private Journal journal = new Journal(Path.of("."));

    @BeforeEach
    void make() throws IOException {
        inbox = new Inbox(dir, SETTINGS.quietFor());
        journal = new Journal(dir.resolve("journal"));
        inbox.make();
    }

    private FileIntake intake() {
        RateLimits limits = new RateLimits(LimitSettings.DEFAULTS, () -> Doors.NOW, () -> false);
        return new FileIntake(
                SETTINGS, dir.resolve("mappings"), journal, doors.door, limits, closed);
    }

    private Path put(String name, String text) throws IOException {
        Path file = Files.writeString(dir.resolve("inbox/traffic").resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(Doors.NOW.minusSeconds(60)));
        return file;
    }

    private Inbox.Arrived arrived() throws IOException {
        inbox.arrived(Doors.NOW);
        return inbox.arrived(Doors.NOW).getFirst();
    }

    private static String lines(int count) {
        StringBuilder text = new StringBuilder("sensor_id,event_time,vehicle_count\n");
        for (int i = 0; i < count; i++) {
            text.append("T001,2026-02-05T08:%02d:%02dZ,%d\n".formatted(i / 60, i % 60, i));
        }
        return text.toString();
    }

    @Test
    void aFileWhoseColumnsAreNamedAsInMessagesIsTakenIn() throws Exception {
        put("a.csv", lines(25));
        assertThat(intake().take(arrived())).isEqualTo(new Progress(25, 25, 0));
        assertThat(doors.outlet.readings()).hasSize(25);
        assertThat(doors.outlet.readings().getFirst().source()).isEqualTo("file:a.csv");
    }

    @Test
    void aBadRowGoesToTheDeadLettersAndTheRestGoesOn() throws Exception {
        Path file = put("a.csv", lines(3) + "T001,soon,1\nT001,2026-02-05T09:00:00Z,-5\n");
        assertThat(intake().take(arrived())).isEqualTo(new Progress(5, 3, 2));
        assertThat(doors.outlet.deadLetters())
                .extracting("reason", "address")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("bad_row", "a.csv:5"),
                        org.assertj.core.groups.Tuple.tuple("outside_physical_range", "a.csv:6"));
        assertThat(Files.readAllLines(Inbox.errors(file)))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("{\"line\":5,\"reason\":\"bad_row\",\"message\":\"time 'soon'");
    }

    @Test
    void afterACrashItGoesOnBehindTheRowsThatKafkaHas() throws Exception {
        put("a.csv", lines(25));
        journal.write(arrived(), new Progress(20, 20, 0));
        assertThat(intake().take(arrived())).isEqualTo(new Progress(25, 25, 0));
        assertThat(doors.outlet.readings()).hasSize(5);
    }

    @Test
    void anotherFileOfTheSameNameBeginsAtItsBeginning() throws Exception {
        put("a.csv", lines(25));
        journal.write(arrived(), new Progress(20, 20, 0));
        put("a.csv", lines(24));
        assertThat(intake().take(arrived())).isEqualTo(new Progress(24, 24, 0));
        assertThat(doors.outlet.readings()).hasSize(24);
    }

    @Test
    void rowsThatKafkaDoesNotTakeAreTriedUntilItDoes() throws Exception {
        put("a.csv", lines(12));
        doors.outlet.refuses = true;
        Inbox.Arrived arrived = arrived();
        FutureTask<Progress> taking = new FutureTask<>(() -> intake().take(arrived));
        Thread thread = Thread.ofPlatform().start(taking);
        assertThat(thread.join(Duration.ofMillis(100))).isFalse();
        assertThat(journal.read(arrived)).isEqualTo(Progress.NONE);
        doors.outlet.refuses = false;
        assertThat(taking.get()).isEqualTo(new Progress(12, 12, 0));
    }

    @Test
    void aStopLeavesTheRestForTheNextStart() throws Exception {
        put("a.csv", lines(12));
        doors.outlet.refuses = true;
        Inbox.Arrived arrived = arrived();
        FutureTask<Progress> taking = new FutureTask<>(() -> intake().take(arrived));
        Thread.ofPlatform().start(taking);
        closed.countDown();
        assertThatThrownBy(taking::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(FileIntake.StoppedException.class);
        assertThat(arrived.file()).exists();
    }

    @Test
    void jsonLinesNeedNoMapping() throws Exception {
        put(
                "a.jsonl",
                "{\"sensor_id\":\"T001\",\"time\":\"2026-02-05T08:00:00Z\",\"vehicle_count\":1}\n\n");
        assertThat(intake().take(arrived())).isEqualTo(new Progress(1, 1, 0));
    }

    @Test
    void aFileThatNoMappingFitsSaysWhatToDo() throws Exception {
        put("a.csv", "when,what\n1,2\n");
        assertThatThrownBy(() -> intake().take(arrived()))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("there is no mapping for 'a.csv'");
    }

    @Test
    void aMappingInTheFolderMappingsIsUsed() throws Exception {
        Files.createDirectories(dir.resolve("mappings"));
        Files.writeString(
                dir.resolve("mappings/mine.yaml"),
                """
                domain: traffic
                files: ["mine-*"]
                time: {column: when}
                sensor: T001
                values: {vehicle_count: {column: what}}
                """);
        put("mine-7.csv", "when,what\n2026-02-05T08:00,2\n");
        assertThat(intake().take(arrived())).isEqualTo(new Progress(1, 1, 0));
    }

    @Test
    void aFileThatIsStillBeingWrittenIsLeftAlone() throws Exception {
        Path file = put("a.csv", lines(1));
        assertThat(inbox.arrived(Doors.NOW)).isEmpty();
        Files.writeString(file, lines(2));
        Files.setLastModifiedTime(file, FileTime.from(Doors.NOW.minusSeconds(1)));
        assertThat(inbox.arrived(Doors.NOW)).isEmpty();
        assertThat(inbox.arrived(Doors.NOW)).isEmpty();
        assertThat(inbox.arrived(Doors.NOW.plusSeconds(5))).hasSize(1);
        Files.writeString(dir.resolve("inbox/traffic/b.part"), "x");
        assertThat(inbox.arrived(Doors.NOW.plusSeconds(5))).hasSize(1);
    }

    @Test
    void aFileMovesWithItsErrorsAndNeverOverAnother() throws Exception {
        for (String text : List.of("one", "two")) {
            Path file = put("a.csv", text);
            FileIntake.noteFailure(file, "it says \"no\"");
            Path target = inbox.move(arrived(), false, Doors.NOW);
            assertThat(target).hasContent(text).hasParent(dir.resolve("failed/traffic"));
            assertThat(Inbox.errors(target)).content().contains("it says \\\"no\\\"");
        }
        assertThat(dir.resolve("failed/traffic").toFile().list()).hasSize(4);
    }
}

package town.nagar.supervisor.processes;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One file for each running child, so that the next start can end exactly what an earlier
 * supervisor left behind.
 *
 * <p>A process is taken for the recorded one when id and start time agree: an id alone may have
 * been given to another since.
 */
public final class PidFiles {
    private static final Duration CLOCK_ADJUSTMENT = Duration.ofSeconds(2);
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Path folder;

    /** Creates the folder if need be. */
    public PidFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    void write(String child, ProcessHandle process, Ending ending) throws IOException {
        String start = process.info().startInstant().map(Instant::toString).orElse("");
        Files.writeString(
                file(child),
                "pid=%d\nstarted=%s\nending=%s\n".formatted(process.pid(), start, ending));
    }

    void delete(String child) throws IOException {
        Files.deleteIfExists(file(child));
    }

    private Path file(String child) {
        return folder.resolve(child + ".pid");
    }

    /** Ends all recorded processes that still run and forgets all records. */
    public void endLeftOvers(Consumer<String> report) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> records = files.filter(file -> file.toString().endsWith(".pid")).toList();
            for (Path record : records) {
                endLeftOver(record, report);
                Files.delete(record);
            }
        }
    }

    private static void endLeftOver(Path file, Consumer<String> report) throws IOException {
        var record = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            record.load(reader);
        }
        Optional<ProcessHandle> leftOver = find(record);
        if (leftOver.isPresent()) {
            report.accept(
                    "left over from an earlier start, ended: %s (process %d)"
                            .formatted(
                                    file.getFileName().toString().replace(".pid", ""),
                                    leftOver.get().pid()));
            Signals.end(
                    leftOver.get(),
                    Ending.valueOf(record.getProperty("ending", Ending.TERM.name())),
                    GRACE);
        }
    }

    private static Optional<ProcessHandle> find(Properties record) {
        try {
            Instant started = Instant.parse(record.getProperty("started", ""));
            return ProcessHandle.of(Long.parseLong(record.getProperty("pid", "")))
                    .filter(process -> !Signals.gone(process))
                    .filter(process -> startedAt(process, started));
        } catch (java.time.format.DateTimeParseException | NumberFormatException e) {
            return Optional.empty(); // half-written by a supervisor that was killed while writing
        }
    }

    private static boolean startedAt(ProcessHandle process, Instant recorded) {
        return process.info()
                .startInstant()
                .map(started -> Duration.between(started, recorded).abs())
                .filter(difference -> difference.compareTo(CLOCK_ADJUSTMENT) <= 0)
                .isPresent();
    }
}

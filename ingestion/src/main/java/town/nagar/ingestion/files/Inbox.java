package town.nagar.ingestion.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import town.nagar.contracts.Domain;

/** The folders {@code inbox/{domain}}, {@code done/{domain}} and {@code failed/{domain}}. */
final class Inbox {
    static final String ERRORS = ".errors.jsonl";

    private final Path dataDir;
    private final Duration quietFor;
    private final Map<Path, Seen> seen = new HashMap<>();

    /** A file as it was when last looked at. */
    private record Seen(long size, long modifiedMillis) {}

    /** A file that nobody writes any more. */
    record Arrived(Path file, Domain domain, long size, long modifiedMillis) {
        /** Tells this file from a later one of the same name. */
        String identity() {
            return "%s %d %d".formatted(file.getFileName(), size, modifiedMillis);
        }
    }

    Inbox(Path dataDir, Duration quietFor) {
        this.dataDir = dataDir;
        this.quietFor = quietFor;
    }

    void make() throws IOException {
        for (Domain domain : Domain.values()) {
            Files.createDirectories(folder("inbox", domain));
        }
    }

    private Path folder(String which, Domain domain) {
        return dataDir.resolve(which).resolve(domain.word());
    }

    /** Files that did not change since the last look nor for a while. */
    List<Arrived> arrived(Instant now) throws IOException {
        List<Arrived> arrived = new ArrayList<>();
        Map<Path, Seen> looked = new HashMap<>();
        for (Domain domain : Domain.values()) {
            for (Path file : files(folder("inbox", domain))) {
                Seen state = new Seen(Files.size(file), Files.getLastModifiedTime(file).toMillis());
                looked.put(file, state);
                boolean quiet = now.toEpochMilli() - state.modifiedMillis() >= quietFor.toMillis();
                if (quiet && state.equals(seen.get(file))) {
                    arrived.add(new Arrived(file, domain, state.size(), state.modifiedMillis()));
                }
            }
        }
        seen.clear();
        seen.putAll(looked);
        return arrived;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).filter(Inbox::isData).sorted().toList();
        }
    }

    private static boolean isData(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && !name.matches(".*(\\.tmp|\\.part|\\.errors\\.jsonl)$");
    }

    /** The file of errors that belongs to a file, while it lies in the inbox. */
    static Path errors(Path file) {
        return file.resolveSibling(file.getFileName() + ERRORS);
    }

    /** Moves a file and its errors to {@code done} or {@code failed}; names there stay unique. */
    Path move(Arrived arrived, boolean done, Instant now) throws IOException {
        Path folder = folder(done ? "done" : "failed", arrived.domain());
        Files.createDirectories(folder);
        String name = arrived.file().getFileName().toString();
        Path target = folder.resolve(name);
        if (Files.exists(target)) {
            target = folder.resolve(now.toEpochMilli() + "-" + name);
        }
        Path errors = errors(arrived.file());
        if (Files.exists(errors)) {
            Files.move(errors, errors(target), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(arrived.file(), target, StandardCopyOption.ATOMIC_MOVE);
        seen.remove(arrived.file());
        return target;
    }
}

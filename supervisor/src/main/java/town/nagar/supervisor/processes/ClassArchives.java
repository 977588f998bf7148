package town.nagar.supervisor.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The classes that Java children loaded at an earlier start, kept so that later starts map them
 * into memory instead of reading, verifying and linking them again (JEP 310, JEP 483).
 *
 * <p>A start that finds no archive notes what it loads; the archive is made of that while the town
 * runs, by a process of low priority. Nothing but the time of a start depends on archives.
 */
public final class ClassArchives implements AutoCloseable {
    private static final long SECONDS_TO_MAKE = 300;

    private final Path kept;
    private final Path notes;
    private final Map<ArchiveName, List<String>> lacking = new ConcurrentHashMap<>();
    private final ScheduledExecutorService later =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("class-archives").factory());

    /**
     * Makes no folder yet.
     *
     * @param kept where archives stay, for all towns of one build
     * @param notes where the children of one town note what they load
     */
    public ClassArchives(Path kept, Path notes) {
        this.kept = kept;
        this.notes = notes;
    }

    /**
     * The command of a guarded child that starts from its archive, or notes what to make it of.
     *
     * @param options of the virtual machine, such as {@code -Xmx256m}
     */
    public List<String> guarded(
            List<String> options, List<Path> classPath, String mainClass, List<String> arguments)
            throws IOException {
        List<String> all = options(options, JavaCommand.withGuard(classPath), mainClass);
        return JavaCommand.guarded(all, classPath, mainClass, arguments);
    }

    /** A class path that has folders can't be archived. */
    List<String> options(List<String> options, List<Path> jars, String mainClass)
            throws IOException {
        if (!jars.stream().allMatch(Files::isRegularFile)) {
            return options;
        }
        List<String> all = new ArrayList<>(options);
        all.add(option(ArchiveName.of(mainClass, jars), JavaCommand.java(options, jars)));
        return all;
    }

    private String option(ArchiveName name, List<String> java) throws IOException {
        Path archive = kept.resolve(name.archive());
        if (Files.isReadable(archive)) {
            return "-XX:SharedArchiveFile=" + archive;
        }
        lacking.put(name, java);
        return "-XX:DumpLoadedClassList=" + Files.createDirectories(notes).resolve(name.note());
    }

    /** Makes the archives that children lacked, one after another, once a while has passed. */
    public void makeAfter(Duration delay, Consumer<String> report) {
        var _ = later.schedule(() -> makeAll(report), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    void makeAll(Consumer<String> report) {
        try {
            deleteAbandoned();
        } catch (IOException e) {
            report.accept("archives that were never finished stay: " + e.getMessage());
        }
        for (ArchiveName name : List.copyOf(lacking.keySet())) {
            try {
                make(name);
            } catch (IOException e) {
                report.accept("later starts stay as slow as this one: " + e.getMessage());
            }
        }
    }

    /** Under another name first: a start meanwhile must not find half of it. */
    private void make(ArchiveName name) throws IOException {
        Path making = Files.createDirectories(kept).resolve(name.making(pid()));
        Path classes = ownLoaders(notes.resolve(name.note()));
        List<String> command = new ArrayList<>(lacking.get(name));
        command.add("-Xshare:dump");
        command.add("-XX:+AOTClassLinking");
        command.add("-XX:SharedClassListFile=" + classes);
        command.add("-XX:SharedArchiveFile=" + making);
        try {
            SystemTools.run(notes, SECONDS_TO_MAKE, Rights.aside(command));
            Files.move(making, kept.resolve(name.archive()), StandardCopyOption.ATOMIC_MOVE);
            lacking.remove(name);
            deleteOlder(name);
        } finally {
            Files.deleteIfExists(making);
            Files.deleteIfExists(classes);
        }
    }

    /** Without what a program's own class loaders found elsewhere than on the class path. */
    private static Path ownLoaders(Path note) throws IOException {
        Path classes = note.resolveSibling(note.getFileName() + ".made");
        try (Stream<String> lines = Files.lines(note)) {
            Files.write(classes, lines.filter(line -> !line.contains(" source: ")).toList());
        }
        return classes;
    }

    private void deleteOlder(ArchiveName name) throws IOException {
        try (Stream<Path> files = Files.list(kept)) {
            for (Path file : files.filter(name::isOlder).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** What other processes, or one of this one's number, were making when they were killed. */
    private void deleteAbandoned() throws IOException {
        if (!Files.isDirectory(kept)) {
            return;
        }
        try (Stream<Path> files = Files.list(kept)) {
            for (Path file : files.filter(ClassArchives::isAbandoned).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isAbandoned(Path file) {
        OptionalLong maker = ArchiveName.maker(file);
        return maker.isPresent()
                && (maker.getAsLong() == pid() || ProcessHandle.of(maker.getAsLong()).isEmpty());
    }

    private static long pid() {
        return ProcessHandle.current().pid();
    }

    /** Ends what is being made. */
    @Override
    public void close() {
        later.shutdownNow();
    }
}

package town.nagar.supervisor.processes;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of the operating system. */
public final class SystemTools {
    private SystemTools() {}

    /** Finds an executable program on the PATH. */
    public static Optional<Path> find(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Whether this process may do what only root may. */
    public static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /**
     * What a program prints, errors included.
     *
     * @throws IOException if it can't be started, takes longer than the seconds given, or ends with
     *     a status other than 0; the message holds the end of what it printed
     */
    public static String run(Path folder, long seconds, List<String> command) throws IOException {
        Path output = Files.createTempFile("nagar-", ".out");
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectInput(Path.of("/dev/null").toFile())
                            .redirectOutput(output.toFile())
                            .start();
            boolean ended = await(process, seconds);
            String printed = Files.readString(output).strip();
            if (!ended || process.exitValue() != 0) {
                String how =
                        ended ? "status " + process.exitValue() : "no end in " + seconds + " s";
                throw new IOException(
                        Path.of(command.getFirst()).getFileName()
                                + ": "
                                + how
                                + ": "
                                + tail(printed));
            }
            return printed;
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static boolean await(Process process, long seconds) throws IOException {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - 600));
    }
}

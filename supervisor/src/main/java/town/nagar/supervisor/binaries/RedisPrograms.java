package town.nagar.supervisor.binaries;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import town.nagar.supervisor.processes.SystemTools;

/**
 * Finds a redis-server: installed, from Debian's packages, or from Maven.
 *
 * @param packages folder for what is unpacked
 * @param kept has what was unpacked before
 * @param classPaths holds the binaries that come from Maven
 */
public record RedisPrograms(Path packages, KeptPrograms kept, ClassPaths classPaths) {
    private static final String PROGRAM = "redis-server";
    private static final Pattern VERSION = Pattern.compile("v=(\\d+\\.\\d+\\.\\d+)");
    private static final List<String> DEBIAN =
            List.of("liblzf1", "redis-tools", "redis-server", "libjemalloc2");

    /** The redis-server on the PATH, from version 6 on. */
    public Optional<Choice> installed() throws IOException {
        Optional<Path> program = SystemTools.find(PROGRAM);
        if (program.isEmpty()) {
            return Optional.empty();
        }
        Path bin = program.get().toAbsolutePath().resolveSibling("");
        Choice choice = choice(Choice.Source.INSTALLED, bin, Map.of());
        return Integer.parseInt(choice.major()) >= 6 ? Optional.of(choice) : Optional.empty();
    }

    /**
     * Redis 7 from Debian's packages.
     *
     * @throws IOException if they can't be had
     */
    public Choice debian() throws IOException {
        Path root = packages.resolve("redis-debian");
        kept.bring("redis-debian", root, folder -> DebianPackages.unpack(DEBIAN, folder));
        Path libraries = root.resolve("usr/lib/x86_64-linux-gnu");
        Path bin = root.resolve("usr/bin");
        return choice(Choice.Source.DEBIAN, bin, Map.of("LD_LIBRARY_PATH", libraries.toString()));
    }

    /**
     * Redis 6 from Maven, unpacked once.
     *
     * @throws IOException if there is no binary for this machine
     */
    public Choice maven() throws IOException {
        Path root = packages.resolve("redis-maven");
        Path jar = classPaths.jar("redis", "embedded-redis");
        kept.bring(ClassPaths.version(jar), root, folder -> unpack(jar, folder));
        return choice(Choice.Source.MAVEN, root, Map.of());
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        Path program = Files.createDirectories(folder).resolve(PROGRAM);
        String suffix = "-" + system() + "-" + processor();
        try (var zip = new ZipFile(jar.toFile())) {
            ZipEntry entry =
                    zip.stream()
                            .map(ZipEntry.class::cast)
                            .filter(e -> e.getName().startsWith("redis-server-"))
                            .filter(e -> e.getName().endsWith(suffix))
                            .findFirst()
                            .orElseThrow(() ->
                                    new IOException(
                                            "no Redis for this machine (%s); give nagar.redis.url"
                                                    .formatted(suffix.substring(1))));
            try (InputStream in = zip.getInputStream(entry)) {
                Files.copy(in, program);
            }
        }
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name;
    }

    private static String processor() {
        String name = System.getProperty("os.arch");
        return switch (name) {
            case "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> name;
        };
    }

    private static Choice choice(Choice.Source source, Path bin, Map<String, String> environment)
            throws IOException {
        String printed =
                SystemTools.run(
                        bin,
                        10,
                        List.of(
                                "env",
                                "LD_LIBRARY_PATH="
                                        + environment.getOrDefault("LD_LIBRARY_PATH", ""),
                                bin.resolve(PROGRAM).toString(),
                                "--version"));
        Matcher matcher = VERSION.matcher(printed);
        if (!matcher.find()) {
            throw new IOException("redis-server --version says: " + printed);
        }
        return new Choice(source, matcher.group(1), bin, environment, "");
    }
}

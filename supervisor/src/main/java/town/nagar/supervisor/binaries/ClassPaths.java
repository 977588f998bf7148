package town.nagar.supervisor.binaries;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/**
 * The class paths of the servers that run on Java, each apart from the others.
 *
 * <p>In a distribution they are the folders {@code servers/NAME/lib}; in a source tree what the
 * build left in {@code servers/NAME/target}.
 *
 * @param home the folder that holds {@code servers}
 */
public record ClassPaths(Path home) {
    /**
     * Looks for the home upwards from a folder.
     *
     * @throws IllegalStateException if neither the folder nor one above it has {@code
     *     servers/kafka}
     */
    public static ClassPaths above(Path folder) {
        for (Path at = folder.toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("servers").resolve("kafka"))) {
                return new ClassPaths(at);
            }
        }
        throw new IllegalStateException(
                "nagar.home: no folder servers/kafka in or above %s; must be Nagar's own folder"
                        .formatted(folder.toAbsolutePath()));
    }

    /**
     * The class path of one server, in the order Maven gives it.
     *
     * @throws IOException if the server has not been built
     */
    public List<Path> of(String server) throws IOException {
        Path folder = home.resolve("servers").resolve(server);
        Path distributed = folder.resolve("lib");
        if (Files.isDirectory(distributed)) {
            return jars(distributed);
        }
        Path built = folder.resolve("target").resolve("server");
        Path list = built.resolve("classpath");
        if (!Files.exists(list)) {
            throw new IOException(
                    "servers/%s has no class path in %s: build Nagar first"
                            .formatted(server, home));
        }
        List<Path> path = new ArrayList<>();
        if (Files.isDirectory(folder.resolve("target").resolve("classes"))) {
            path.add(own(folder.resolve("target"), server));
        }
        Stream.of(Files.readString(list).strip().split(":", -1))
                .map(built::resolve)
                .forEach(path::add);
        return path;
    }

    /**
     * The jar of a library that a server brings.
     *
     * @throws IOException if it brings none, or has not been built
     */
    Path jar(String server, String library) throws IOException {
        return of(server).stream()
                .filter(path -> path.getFileName().toString().startsWith(library))
                .findFirst()
                .orElseThrow(() ->
                        new IOException("servers/%s brings no %s".formatted(server, library)));
    }

    /** The name of a jar, in which its version is. */
    static String version(Path jar) {
        return jar.getFileName().toString().replaceFirst("\\.jar$", "");
    }

    /** The server's own classes: their jar, if it holds them as they are. */
    private static Path own(Path target, String server) throws IOException {
        Path classes = target.resolve("classes");
        for (Path jar : jars(target)) {
            boolean own = jar.getFileName().toString().startsWith("server-" + server + "-");
            if (own && holds(jar, classes)) {
                return jar;
            }
        }
        return classes;
    }

    private static boolean holds(Path jar, Path classes) throws IOException {
        try (ZipFile entries = new ZipFile(jar.toFile());
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                long sum = checksum(file);
                if (Optional.ofNullable(entries.getEntry(name))
                        .filter(entry -> entry.getCrc() == sum)
                        .isEmpty()) {
                    return false;
                }
            }
            return true;
        }
    }

    private static long checksum(Path file) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(Files.readAllBytes(file));
        return sum.getValue();
    }

    /** Where archives of loaded classes stay, for this build. */
    public Path archives() {
        return home.resolve("target").resolve("class-archives");
    }

    /** Where the programs stay that were unpacked, for this build. */
    public KeptPrograms programs() {
        return new KeptPrograms(home.resolve("target").resolve("programs"));
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }
}

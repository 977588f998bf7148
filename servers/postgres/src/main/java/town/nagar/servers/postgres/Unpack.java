package town.nagar.servers.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the binaries of this machine's system and processor into one folder. */
public final class Unpack {
    private static final int ANY_EXECUTE_BIT = 0111;

    private Unpack() {}

    /**
     * Unpacks; the folder appears only when it is complete.
     *
     * @param args the folder, which must not exist yet
     * @throws IOException if it can't be written
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        String archive = "postgres-%s-%s.txz".formatted(system(), processor());
        try (InputStream packed = Unpack.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                System.err.println(
                        "no PostgreSQL for this machine (%s); install PostgreSQL with PostGIS or give nagar.postgres.url"
                                .formatted(archive));
                System.exit(1);
                return;
            }
            Path unfinished = Files.createTempDirectory(parent(folder), "unpack-");
            unpack(packed, unfinished);
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static Path parent(Path folder) throws IOException {
        return Files.createDirectories(folder.toAbsolutePath().resolveSibling(""));
    }

    private static String system() {
        return System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
    }

    private static String processor() {
        String name = System.getProperty("os.arch");
        return switch (name) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> name;
        };
    }

    private static void unpack(InputStream packed, Path folder) throws IOException {
        try (var tar =
                new TarArchiveInputStream(
                        new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                write(entry, tar, folder);
                entry = tar.getNextEntry();
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path folder)
            throws IOException {
        Path path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException("archive entry outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        boolean program = (entry.getMode() & ANY_EXECUTE_BIT) != 0;
        Files.setPosixFilePermissions(
                path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
}

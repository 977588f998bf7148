package town.nagar.supervisor.binaries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import town.nagar.supervisor.processes.SystemTools;

/**
 * Programs unpacked from Debian 12's packages into a folder of our own, which needs no rights.
 *
 * <p>A machine without network loses seconds by it; more if it is very busy.
 */
public final class DebianPackages {
    private static final Path LISTS = Path.of("/var/lib/apt/lists");
    private static final long FIRST_DOWNLOAD_SECONDS = 40;
    private static final long DOWNLOAD_SECONDS = 180;
    private static final long UNPACK_SECONDS = 60;
    private static final List<String> IMPATIENT =
            List.of(
                    "-o", "Acquire::Retries=0",
                    "-o", "Acquire::http::Timeout=4",
                    "-o", "Acquire::https::Timeout=4",
                    "-o", "APT::Sandbox::User=");

    private DebianPackages() {}

    /** Why packages can't be taken on this machine; empty if they can. */
    public static Optional<String> obstacle() {
        if (SystemTools.find("apt-get").isEmpty() || SystemTools.find("dpkg").isEmpty()) {
            return Optional.of("no apt-get here");
        }
        if (!isBookworm()) {
            return Optional.of("the package names are Debian 12's, and this is another system");
        }
        return hasLists() ? Optional.empty() : Optional.of("no package lists: apt-get update");
    }

    private static boolean isBookworm() {
        try {
            String release = Files.readString(Path.of("/etc/os-release"));
            return release.contains("VERSION_CODENAME=bookworm");
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean hasLists() {
        try (Stream<Path> files = Files.list(LISTS)) {
            return files.anyMatch(file -> file.toString().contains("_Packages"));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Unpacks packages.
     *
     * @param packages the first is the smallest: if it can't be had in seconds, none is asked for
     * @param folder is made if need be
     * @throws IOException if one can't be downloaded or unpacked
     */
    static void unpack(List<String> packages, Path folder) throws IOException {
        Files.createDirectories(folder);
        download(packages.subList(0, 1), folder, FIRST_DOWNLOAD_SECONDS);
        download(packages.subList(1, packages.size()), folder, DOWNLOAD_SECONDS);
        for (Path archive : archives(folder)) {
            SystemTools.run(
                    folder,
                    UNPACK_SECONDS,
                    List.of("dpkg", "-x", archive.toString(), folder.toString()));
            Files.delete(archive);
        }
    }

    private static void download(List<String> packages, Path folder, long seconds)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("apt-get"));
        command.addAll(IMPATIENT);
        command.add("download");
        command.addAll(packages);
        try {
            SystemTools.run(folder, seconds, command);
        } catch (IOException e) {
            String last = String.valueOf(e.getMessage()).lines().reduce("", (_, line) -> line);
            throw new IOException("Debian packages can't be downloaded: " + last, e);
        }
    }

    private static List<Path> archives(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".deb")).toList();
        }
    }

    /** Deletes a folder and all in it; nothing if it isn't there. */
    public static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** What the dynamic linker of this machine can't find for a program or library. */
    public static List<String> missingLibraries(Path program, Path libraries) throws IOException {
        return SystemTools.run(
                        program.resolveSibling(""),
                        10,
                        List.of("env", "LD_LIBRARY_PATH=" + libraries, "ldd", program.toString()))
                .lines()
                .filter(line -> line.contains("not found"))
                .map(String::strip)
                .toList();
    }
}

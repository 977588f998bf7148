package town.nagar.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import town.nagar.supervisor.binaries.DebianPackages;

/**
 * Real servers for tests: in a temporary folder, shared by all tests of one process, killed and
 * deleted at its end.
 *
 * <p>Debian's packages are not asked for, so that a test sees the same server everywhere.
 */
public final class EphemeralServers {
    private static final Map<ServerName, RunningServers> SHARED = new EnumMap<>(ServerName.class);

    private EphemeralServers() {}

    /**
     * The settings by which the servers wanted are reached, such as {@code nagar.kafka.url}; those
     * that don't run yet are started.
     *
     * @throws UncheckedIOException if one can't be started; says why
     */
    public static synchronized Map<String, String> settings(ServerName... wanted) {
        Set<ServerName> missing = EnumSet.noneOf(ServerName.class);
        missing.addAll(List.of(wanted));
        missing.removeAll(SHARED.keySet());
        Map<String, String> settings = new TreeMap<>();
        try {
            if (!missing.isEmpty()) {
                RunningServers running = start(missing, Map.of());
                missing.forEach(name -> SHARED.put(name, running));
            }
            for (RunningServers running : Set.copyOf(SHARED.values())) {
                settings.putAll(running.settings());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    /**
     * Servers of one test alone, which it may kill; close them to delete their data.
     *
     * @param settings added to those of every ephemeral start
     */
    public static RunningServers start(Set<ServerName> servers, Map<String, String> settings)
            throws IOException {
        Path folder = folder("nagar-ephemeral-");
        Map<String, String> all = new TreeMap<>(Map.of("nagar.servers.debian", "false"));
        all.putAll(settings);
        var plan = new Plan(servers, folder, all, InstantSource.system(), _ -> {});
        RunningServers running = Supervisor.start(plan, true);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> throwAway(running, folder)));
        return running;
    }

    /** A temporary folder in which other users may reach what they are told of. */
    static Path folder(String prefix) throws IOException {
        Set<PosixFilePermission> reachable = PosixFilePermissions.fromString("rwx--x--x");
        Path folder =
                Files.createTempDirectory(prefix, PosixFilePermissions.asFileAttribute(reachable));
        return Files.setPosixFilePermissions(folder, reachable); // whatever the umask
    }

    private static void throwAway(RunningServers running, Path folder) {
        running.kill();
        try {
            DebianPackages.deleteTree(folder);
        } catch (IOException e) {
            System.err.println(folder + " is left over: " + e);
        }
    }
}

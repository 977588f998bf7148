package town.nagar.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A town's servers in a folder of the test's, and what they reported. */
record TestTown(Path folder, Queue<String> events) {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** Opens the folder's way to the user as whom PostgreSQL runs under root. */
    static TestTown in(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        return new TestTown(folder, new ConcurrentLinkedQueue<>());
    }

    Plan plan(Set<ServerName> servers, Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(Map.of("nagar.servers.debian", "false"));
        all.putAll(settings);
        return new Plan(servers, folder, all, InstantSource.system(), events::add);
    }

    RunningServers start(ServerName... servers) throws IOException {
        return Supervisor.start(plan(Set.of(servers), Map.of()));
    }

    static ServerStatus status(RunningServers servers, String name) {
        return servers.status().stream()
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static long pid(RunningServers servers, String name) {
        return status(servers, name).pid();
    }

    static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    static void awaitReadyAfterRestart(RunningServers servers, String name) {
        await(
                () -> {
                    ServerStatus now = status(servers, name);
                    return now.restarts() == 1 && now.state().equals("ready");
                },
                name + " ready again");
    }

    /** Whether the process has ended, noticed by its parent or not. */
    static boolean gone(long pid) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            String line = Files.exists(stat) ? Files.readString(stat) : ") Z";
            return line.startsWith(") Z", line.lastIndexOf(')'));
        } catch (IOException e) {
            return true;
        }
    }

    static void await(BooleanSupplier condition, String what) {
        Instant deadline = Instant.now().plus(LONGEST);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("not within a minute: " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}

package town.nagar.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import town.nagar.supervisor.binaries.ClassPaths;
import town.nagar.supervisor.processes.ClassArchives;
import town.nagar.supervisor.processes.PidFiles;

/** Starts the backing servers of a town on this machine. */
public final class Supervisor {
    private Supervisor() {}

    /**
     * Ends what an earlier supervisor of the folder left behind, starts all servers of the plan at
     * once and returns when all serve.
     *
     * @throws IOException if the folder is in use by another supervisor, can't be written, or a
     *     server can't be started; the message says which and why, and nothing is left running
     */
    public static RunningServers start(Plan plan) throws IOException {
        return start(plan, false);
    }

    static RunningServers start(Plan plan, boolean throwAway) throws IOException {
        Path dataDir = Files.createDirectories(plan.dataDir());
        FolderLock lock = FolderLock.take(dataDir);
        try {
            var pids = new PidFiles(dataDir.resolve("run"));
            pids.endLeftOvers(plan.report());
            Surroundings surroundings = surroundings(plan, throwAway);
            return startAll(surroundings, new RunningServers(surroundings, lock, pids));
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    static Surroundings surroundings(Plan plan, boolean throwAway) {
        ClassPaths classPaths = classPaths(plan);
        Path dataDir = plan.dataDir();
        return new Surroundings(
                plan,
                classPaths,
                new ClassArchives(archives(plan, classPaths), dataDir.resolve("classes")),
                new Credentials(dataDir),
                new Ports(dataDir),
                throwAway);
    }

    private static RunningServers startAll(Surroundings surroundings, RunningServers running)
            throws IOException {
        try {
            for (ServerName name : ServerName.values()) {
                if (wanted(surroundings.plan(), name)) {
                    running.start(server(name, surroundings));
                }
            }
            running.awaitReady();
            return running;
        } catch (IOException | RuntimeException e) {
            running.stop();
            throw e;
        }
    }

    static boolean wanted(Plan plan, ServerName name) {
        return plan.servers().contains(name) && !ExternalServers.isExternal(plan, name);
    }

    private static ClassPaths classPaths(Plan plan) {
        return Optional.ofNullable(plan.settings().get("nagar.home"))
                .map(home -> new ClassPaths(Path.of(home)))
                .orElseGet(() -> ClassPaths.above(Path.of("")));
    }

    private static Path archives(Plan plan, ClassPaths classPaths) {
        return Optional.ofNullable(plan.settings().get("nagar.servers.class-archives"))
                .map(Path::of)
                .orElseGet(classPaths::archives)
                .toAbsolutePath();
    }

    static Server server(ServerName name, Surroundings surroundings) {
        return switch (name) {
            case KAFKA -> new KafkaServer(surroundings);
            case POSTGRES -> new PostgresServer(surroundings);
            case REDIS -> new RedisServer(surroundings);
            case MONGO -> new DocumentsServer(surroundings);
            case S3 -> new ObjectsServer(surroundings);
            case MQTT -> new MqttBroker(surroundings);
        };
    }
}

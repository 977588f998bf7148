package town.nagar.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import town.nagar.supervisor.binaries.Choice;
import town.nagar.supervisor.binaries.ClassPaths;
import town.nagar.supervisor.binaries.PostgresPrograms;
import town.nagar.supervisor.probes.Probe;
import town.nagar.supervisor.processes.Ending;
import town.nagar.supervisor.processes.Launch;
import town.nagar.supervisor.processes.SystemTools;

/**
 * PostgreSQL, run directly, never by pg_ctl.
 *
 * <p>It refuses to run as root: under root it runs as user 65534, who must be able to reach its
 * folder. Where a parent of the data folder is closed to others, the folder is below {@code
 * /var/lib/nagar} instead.
 */
record PostgresServer(Surroundings surroundings) implements Server {
    private static final String USER = "nagar";
    private static final Path OPEN_TO_ALL = Path.of("/var/lib/nagar");

    @Override
    public ServerName name() {
        return ServerName.POSTGRES;
    }

    @Override
    public Choice choose() throws IOException {
        Path folder = reachableFolder();
        ClassPaths classPaths = surroundings.classPaths();
        var programs =
                new PostgresPrograms(folder.resolve("packages"), classPaths.programs(), classPaths);
        return new Programs(folder, surroundings.plan(), name())
                .choose(
                        () ->
                                programs.installed()
                                        .orElseThrow(() ->
                                                new IOException("none installed that has PostGIS")),
                        programs::debian,
                        programs::maven);
    }

    private Path reachableFolder() throws IOException {
        Path own = surroundings.folder(name());
        if (!SystemTools.isRoot() || othersReach(own)) {
            return own;
        }
        String town = Integer.toHexString(own.toString().hashCode());
        Path folder = Files.createDirectories(OPEN_TO_ALL.resolve(town).resolve(name().word()));
        Files.writeString(own.resolve("elsewhere.txt"), folder + "\n");
        return folder;
    }

    private static boolean othersReach(Path folder) throws IOException {
        for (Path at = folder.toRealPath(); at != null; at = at.getParent()) {
            if (!Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Launch prepare(Choice choice, int port) throws IOException {
        Path folder = reachableFolder();
        var cluster = new PostgresCluster(choice, folder.resolve("data-" + choice.major()), USER);
        cluster.createOnce(password());
        return new Launch(
                command(choice, cluster.data(), port),
                choice.environment(),
                folder,
                true,
                Ending.INT,
                Probe.postgres(port, USER, USER));
    }

    /**
     * Settings for many small writes on a small machine. A commit is on disk before it is answered
     * (synchronous_commit stays on); checkpoints are rare, since each makes the next writes of a
     * page longer.
     */
    private List<String> command(Choice choice, Path data, int port) {
        Map<String, String> settings =
                Map.ofEntries(
                        Map.entry("listen_addresses", "127.0.0.1"),
                        Map.entry("unix_socket_directories", ""),
                        Map.entry("max_connections", "60"),
                        Map.entry("shared_buffers", "128MB"),
                        Map.entry("effective_cache_size", "1GB"),
                        Map.entry("work_mem", "8MB"),
                        Map.entry("maintenance_work_mem", "64MB"),
                        Map.entry("max_wal_size", "4GB"),
                        Map.entry("checkpoint_timeout", "15min"),
                        Map.entry("checkpoint_completion_target", "0.9"),
                        Map.entry("wal_compression", "on"),
                        Map.entry("wal_buffers", "16MB"),
                        Map.entry("random_page_cost", "1.1"),
                        Map.entry("jit", "off"),
                        Map.entry("autovacuum_max_workers", "2"),
                        Map.entry("autovacuum_vacuum_insert_scale_factor", "0.05"),
                        Map.entry("autovacuum_analyze_scale_factor", "0.05"),
                        Map.entry("autovacuum_naptime", "30s"),
                        Map.entry("timezone", "UTC"),
                        Map.entry("log_timezone", "UTC"),
                        Map.entry("fsync", surroundings.throwAway() ? "off" : "on"));
        List<String> command = new ArrayList<>();
        command.add(choice.folder().resolve("postgres").toString());
        command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        settings.forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
        return command;
    }

    private String password() throws IOException {
        return surroundings.credentials().secret("postgres.password");
    }

    @Override
    public Map<String, String> settings(int port) throws IOException {
        return Map.of(
                name().urlKey(),
                url(port),
                "nagar.postgres.user",
                USER,
                "nagar.postgres.password",
                password());
    }

    @Override
    public String url(int port) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, USER);
    }
}

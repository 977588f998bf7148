package town.nagar.town.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import town.nagar.supervisor.JavaChild;
import town.nagar.supervisor.RunningServers;
import town.nagar.supervisor.ServerName;
import town.nagar.supervisor.probes.Probe;
import town.nagar.supervisor.processes.JavaCommand;

/** Nagar's own processes: the streams and the services, each on its own class path. */
final class TownProcesses {
    /** More than a server's: they start from far more classes, each of them busy but once. */
    private static final int PATIENCE = 32;

    /** Lettuce would load it to tell it of connections. */
    private static final String NO_FLIGHT_RECORDER = "-Dio.lettuce.core.jfr=false";

    private final UpOptions options;
    private final Map<String, String> settings;
    private final Path town;
    private final RunningServers servers;
    private final Path home = Path.of(System.getProperty("nagar.home", ".")).toAbsolutePath();

    TownProcesses(
            UpOptions options, Map<String, String> settings, Path town, RunningServers servers) {
        this.settings = settings;
        this.options = options;
        this.town = town;
        this.servers = servers;
    }

    /** Starts both at once and returns when both serve. */
    void launch() throws IOException, InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> starts = new ArrayList<>();
            starts.add(threads.submit(() -> start(services())));
            starts.add(threads.submit(() -> start(streams())));
            for (Future<?> start : starts) {
                start.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getMessage()), e);
        }
    }

    private Void start(JavaChild child) throws IOException {
        servers.launch(child);
        return null;
    }

    private JavaChild services() throws IOException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "serve",
                                "--target",
                                options.target(),
                                "--town",
                                town.toString(),
                                "--data-dir",
                                options.dataDir().toString(),
                                "--port",
                                Integer.toString(options.port())));
        if (!options.demo()) {
            arguments.add("--no-demo");
        }
        domains(arguments);
        return new JavaChild(
                "services",
                jars("town/target/app/lib"),
                "town.nagar.town.Main",
                arguments,
                jvm("-Xmx512m", NO_FLIGHT_RECORDER),
                servers.environment(),
                Set.of(ServerName.KAFKA),
                options.port(),
                Probe.http(options.port(), "/health/ready"));
    }

    private JavaChild streams() throws IOException {
        int port = servers.port("streams");
        List<String> arguments = new ArrayList<>();
        domains(arguments);
        Map<String, String> environment = new TreeMap<>(UpSettings.environment(settings));
        environment.putAll(servers.environment());
        environment.put("NAGAR_DATA_DIR", options.dataDir().toString());
        environment.put("NAGAR_STREAMS_HTTP_PORT", Integer.toString(port));
        return new JavaChild(
                "streams",
                jars("streams/target/server/lib"),
                "town.nagar.streams.StreamsMain",
                arguments,
                jvm("-Xmx512m"),
                environment,
                Set.of(ServerName.KAFKA),
                port,
                Probe.http(port, "/health"));
    }

    private void domains(List<String> arguments) {
        if (!options.domains().isEmpty()) {
            arguments.addAll(List.of("--domains", options.domains()));
        }
    }

    private List<String> jvm(String... own) {
        List<String> options = new ArrayList<>(List.of(own));
        options.add("-Dnagar.home=" + home);
        options.addAll(JavaCommand.patience(PATIENCE));
        return options;
    }

    private List<Path> jars(String folder) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }
}

package town.nagar.checks.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import town.nagar.sample.publishing.MqttTarget;
import town.nagar.supervisor.ServerStatus;
import town.nagar.supervisor.TownStatus;

/** A town of its own, started as {@code ./nagar up} does, in a folder of its own. */
public final class TownUnderTest implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final long STOP_SECONDS = 90;
    private static final String JOB_RESTARTS = "flink_num_restarts{";

    private final Path dataDir;
    private final int port;
    private final List<String> options;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Restarts restarts = new Restarts();
    private Process process;
    private final boolean keep;

    private TownUnderTest(Path dataDir, int port, List<String> options, boolean keep)
            throws IOException {
        this.dataDir = dataDir;
        this.port = port;
        this.options = options;
        this.keep = keep;
        this.process = launch();
    }

    /** Starts a town in a new temporary folder, which is deleted at the end. */
    public static TownUnderTest start(String... options) throws IOException, InterruptedException {
        TownUnderTest town = launch(Files.createTempDirectory("nagar-bench-"), false, options);
        town.awaitReady();
        return town;
    }

    /** Starts a town in a folder of the caller's, which is deleted at the end all the same. */
    public static TownUnderTest startIn(Path dataDir, String... options)
            throws IOException, InterruptedException {
        TownUnderTest town = launch(dataDir, false, options);
        town.awaitReady();
        return town;
    }

    /** Starts a town in a folder that stays, without waiting for it. */
    public static TownUnderTest launch(Path dataDir, boolean keep, String... options)
            throws IOException {
        return new TownUnderTest(dataDir, freePort(), List.of(options), keep);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Process launch() throws IOException {
        List<String> verb = new ArrayList<>(List.of("up", "--port", Integer.toString(port)));
        verb.addAll(options);
        return nagar(verb, Map.of()).redirectOutput(dataDir.resolve("up.log").toFile()).start();
    }

    /** A verb of the command line on this town; no setting of who runs it reaches it. */
    private ProcessBuilder nagar(List<String> verb, Map<String, String> environment) {
        Path home = Path.of(System.getProperty("nagar.home", ".")).toAbsolutePath().normalize();
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx96m",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Dnagar.home=" + home,
                                "-cp",
                                home.resolve("town/target/app/lib") + "/*",
                                "town.nagar.town.Main"));
        command.addAll(verb);
        command.addAll(List.of("--data-dir", dataDir.toString()));
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().keySet().removeIf(name -> name.startsWith("NAGAR_"));
        process.environment().putAll(environment);
        return process;
    }

    /** What a verb of the command line prints, such as {@code replay}, run on this town. */
    public String run(List<String> verb) throws IOException, InterruptedException {
        Process run = nagar(verb, Map.of("NAGAR_API_KEY", apiKey())).start();
        String printed = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (run.waitFor() != 0) {
            throw new IOException("%s ended with %d: %s".formatted(verb, run.exitValue(), printed));
        }
        return printed;
    }

    /** Starts it again after its parent was killed. */
    void relaunch() throws IOException {
        restarts.renew(parts());
        process = launch();
    }

    public void awaitReady() throws InterruptedException {
        Await.until("the town is ready", PATIENCE, this::ready);
    }

    private boolean ready() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the town ended; see " + dataDir.resolve("up.log"));
        }
        try {
            return Files.readString(dataDir.resolve("up.log")).contains("Ready after");
        } catch (IOException e) {
            return false;
        }
    }

    ProcessTree processes() {
        return new ProcessTree(process.toHandle());
    }

    /** The API key printed at the first start. */
    public String apiKey() throws IOException {
        return Files.readAllLines(dataDir.resolve("up.log")).stream()
                .filter(line -> line.contains("API key"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
    }

    /** Where the town keeps its data. */
    public Path dataDir() {
        return dataDir;
    }

    /** On which port of this machine a part answers. */
    public int portOf(String name) throws IOException {
        return part(name).port();
    }

    private List<ServerStatus> parts() throws IOException {
        return TownStatus.read(dataDir).orElseThrow().servers();
    }

    ServerStatus part(String name) throws IOException {
        return parts().stream()
                .filter(server -> server.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public ProcessHandle processOf(String name) throws IOException {
        return ProcessHandle.of(part(name).pid()).orElseThrow();
    }

    /** Ends a part by signal 9; it is started again. */
    void kill(String name) throws IOException {
        processOf(name).destroyForcibly();
        restarts.kill(name);
    }

    /**
     * Tells whether any part was started again that was not killed, or any job within the streams
     * for whatever reason: then figures are of that.
     */
    void tellRestarts(Report report) throws IOException, InterruptedException {
        report.figure("parts started again that were not killed", restarts.words(parts()), "0");
        report.figure("stream jobs started again", Integer.toString(jobRestarts()), "");
    }

    private int jobRestarts() throws IOException, InterruptedException {
        URI metrics = URI.create("http://127.0.0.1:%d/metrics".formatted(portOf("streams")));
        return http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofLines())
                .body()
                .filter(line -> line.startsWith(JOB_RESTARTS))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    ProcessHandle parent() {
        return process.toHandle();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    /** A connection to the town's tables. */
    public Connection tables() throws IOException, SQLException {
        Properties secrets = secrets();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/nagar".formatted(part("postgres").port()),
                "nagar",
                secrets.getProperty("postgres.password"));
    }

    /** The broker, as a gateway of the town's own sees it. */
    MqttTarget broker() throws IOException {
        return new MqttTarget(
                "mqtt://127.0.0.1:" + part("mqtt").port(),
                "nagar",
                secrets().getProperty("mqtt.password"));
    }

    private Properties secrets() throws IOException {
        Properties secrets = new Properties();
        try (var reader = Files.newBufferedReader(dataDir.resolve("credentials.properties"))) {
            secrets.load(reader);
        }
        return secrets;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, STOP_SECONDS, TimeUnit.SECONDS)
                .thenAccept(Process::destroyForcibly)
                .join();
        if (!keep) {
            delete();
        }
    }

    private void delete() throws IOException {
        Optional<Path> elsewhere = elsewhere();
        try (Stream<Path> files = Files.walk(dataDir)) {
            files.sorted(Comparator.reverseOrder()).forEach(TownUnderTest::delete);
        }
        if (elsewhere.isPresent()) {
            try (Stream<Path> files = Files.walk(elsewhere.get())) {
                files.sorted(Comparator.reverseOrder()).forEach(TownUnderTest::delete);
            }
        }
    }

    /** Under root, PostgreSQL's folder may lie outside the data folder. */
    private Optional<Path> elsewhere() throws IOException {
        Path note = dataDir.resolve("postgres/elsewhere.txt");
        return Files.exists(note)
                ? Optional.of(Path.of(Files.readString(note).strip())).filter(Files::exists)
                : Optional.empty();
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

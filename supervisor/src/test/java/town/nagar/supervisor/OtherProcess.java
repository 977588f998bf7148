package town.nagar.supervisor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import town.nagar.supervisor.processes.JavaCommand;

/** A supervisor in a process of its own, which a test can kill. */
final class OtherProcess implements AutoCloseable {
    private static final String STARTED = "servers started";

    private final Process process;

    private OtherProcess(Process process) {
        this.process = process;
    }

    /** What a process printed until it ended. */
    record Ended(String output) {}

    static List<Path> classPath() {
        String classPath = System.getProperty("java.class.path");
        return Stream.of(classPath.split(File.pathSeparator, -1)).map(Path::of).toList();
    }

    private static Process start(Path folder, String servers) throws IOException {
        List<String> arguments = List.of(folder.toString(), servers);
        return new ProcessBuilder(
                        JavaCommand.plain(
                                List.of("-Xmx64m"),
                                classPath(),
                                OtherProcess.class.getName(),
                                arguments))
                .redirectErrorStream(true)
                .start();
    }

    static Ended run(Path folder, String servers) throws IOException {
        Process process = start(folder, servers);
        return new Ended(new String(process.getInputStream().readAllBytes(), UTF_8));
    }

    static OtherProcess startServers(Path folder, String servers) throws IOException {
        Process process = start(folder, servers);
        var lines = process.inputReader(UTF_8);
        for (String line = lines.readLine(); !STARTED.equals(line); line = lines.readLine()) {
            if (line == null) {
                throw new IOException("the other process ended");
            }
        }
        return new OtherProcess(process);
    }

    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
    }

    /** Starts servers, says so, and waits to be killed. */
    public static void main(String[] args) throws Exception {
        Set<ServerName> servers =
                Stream.of(args[1].split(",", -1))
                        .map(ServerName::valueOf)
                        .collect(Collectors.toSet());
        Plan plan = TestTown.in(Path.of(args[0])).plan(servers, Map.of());
        RunningServers running = Supervisor.start(plan);
        TestTown.await(
                () -> running.status().stream().allMatch(s -> s.state().equals("ready")), "ready");
        System.out.println(STARTED);
        Thread.currentThread().join();
    }
}

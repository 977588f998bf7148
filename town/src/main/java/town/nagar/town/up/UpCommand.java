package town.nagar.town.up;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import town.nagar.kit.keys.KeyFile;
import town.nagar.supervisor.Plan;
import town.nagar.supervisor.RunningServers;
import town.nagar.supervisor.ServerName;
import town.nagar.supervisor.Supervisor;
import town.nagar.town.cli.UsageException;

/** {@code nagar up}: starts the servers, the streams and the services, and keeps them running. */
public final class UpCommand {
    private final UpOptions options;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final InstantSource clock;
    private final long startedMillis;

    private UpCommand(
            UpOptions options,
            Map<String, String> environment,
            PrintStream out,
            InstantSource clock) {
        this.options = options;
        this.environment = environment;
        this.out = out;
        this.clock = clock;
        this.startedMillis = clock.millis();
    }

    /**
     * Runs until Ctrl-C or SIGTERM.
     *
     * @throws IOException if a part cannot be started; the message says which and why
     * @throws UsageException if an option cannot be used
     */
    public static int run(
            List<String> args,
            Map<String, String> environment,
            PrintStream out,
            InstantSource clock)
            throws IOException, InterruptedException {
        UpOptions options = UpOptions.of(args, environment);
        return new UpCommand(options, environment, out, clock).run();
    }

    private int run() throws IOException, InterruptedException {
        LastRun.awaitEnd(options.dataDir());
        HttpPort.requireFree(options.port());
        Files.createDirectories(options.dataDir());
        say("Nagar starts in %s".formatted(options.dataDir()));
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(asked, stopped)));
        var choice = new TownFolderChoice(options, out);
        var town = new FutureTask<>(choice::folder); // a town is generated while servers start
        Thread.startVirtualThread(town);
        try (RunningServers servers = Supervisor.start(plan())) {
            makeKey();
            Map<String, String> settings = UpSettings.of(options.dataDir(), environment);
            new TownProcesses(options, settings, folder(town), servers).launch();
            ready();
            servers.prepareNextStart();
            asked.await();
            say("Stopping …");
        } finally {
            stopped.countDown();
        }
        return 0;
    }

    private static Path folder(Future<Path> town) throws IOException, InterruptedException {
        try {
            return town.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UsageException usage) {
                throw usage;
            }
            throw new IOException(String.valueOf(e.getMessage()), e);
        }
    }

    /** On Ctrl-C, waits for the orderly stop before the process may end. */
    private static void stop(CountDownLatch asked, CountDownLatch stopped) {
        asked.countDown();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Plan plan() {
        return new Plan(
                EnumSet.allOf(ServerName.class),
                options.dataDir(),
                UpSettings.of(options.dataDir(), environment),
                clock,
                this::say);
    }

    private void makeKey() {
        KeyFile.open(
                options.dataDir().resolve("api-keys"),
                new SecureRandom(),
                key ->
                        say(
                                "API key for writes and admin calls, shown this once: "
                                        + key
                                        + "\n  send it as the header X-API-Key"));
    }

    private void ready() {
        say(
                "Ready after %.1f s: http://127.0.0.1:%d   (Ctrl-C stops, the data stays)"
                        .formatted((clock.millis() - startedMillis) / 1000.0, options.port()));
    }

    private void say(String line) {
        synchronized (out) {
            out.println(line);
        }
    }
}

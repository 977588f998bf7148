package town.nagar.town.up;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import town.nagar.supervisor.TownStatus;
import town.nagar.town.cli.Options;

/** {@code nagar down}: stops a town that runs in another shell, in order. */
public final class DownCommand {
    private static final long PATIENCE_SECONDS = 60;

    private DownCommand() {}

    /** Returns 0 once nothing runs, 1 if it does not stop. */
    public static int run(List<String> args, Map<String, String> environment, PrintStream out)
            throws IOException, InterruptedException {
        Options options = Options.of(args, Set.of("data-dir"), Set.of());
        Path dataDir = DataDir.of(options.find("data-dir"), environment);
        Optional<ProcessHandle> running =
                TownStatus.read(dataDir)
                        .filter(TownStatus::running)
                        .flatMap(town -> ProcessHandle.of(town.supervisor()));
        if (running.isEmpty()) {
            out.printf("Nothing runs in %s.%n", dataDir);
            return 0;
        }
        return stop(running.get(), out);
    }

    private static int stop(ProcessHandle supervisor, PrintStream out) throws InterruptedException {
        CompletableFuture<ProcessHandle> end = supervisor.onExit();
        supervisor.destroy();
        try {
            end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            out.println("Stopped.");
            return 0;
        } catch (TimeoutException | ExecutionException e) {
            out.printf("Process %d has not stopped in %d s.%n", supervisor.pid(), PATIENCE_SECONDS);
            return 1;
        }
    }
}

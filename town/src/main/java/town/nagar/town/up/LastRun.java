package town.nagar.town.up;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import town.nagar.supervisor.ServerStatus;
import town.nagar.supervisor.TownStatus;

/** What is left of a run whose parent was killed: its parts notice and end by themselves. */
final class LastRun {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long LOOK_EVERY_MILLIS = 100;

    /** A process that began later after its state was written has the number of another. */
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(1);

    private LastRun() {}

    /** Waits for the parts to end, for a quarter of a minute at most; not while a parent lives. */
    static void awaitEnd(Path dataDir) throws IOException, InterruptedException {
        Optional<TownStatus> last = TownStatus.read(dataDir).filter(status -> !status.running());
        if (last.isPresent()) {
            List<ServerStatus> parts = last.get().servers();
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (parts.stream().anyMatch(LastRun::lives) && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            }
        }
    }

    private static boolean lives(ServerStatus part) {
        Instant latest = Instant.parse(part.since()).plus(STARTS_WITHIN);
        return part.pid() > 0
                && ProcessHandle.of(part.pid())
                        .flatMap(process -> process.info().startInstant())
                        .filter(start -> start.isBefore(latest))
                        .isPresent();
    }
}

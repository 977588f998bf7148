package town.nagar.supervisor.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Ends processes by their id. */
final class Signals {
    private static final Duration STEP = Duration.ofMillis(50);

    private Signals() {}

    /** Asks, waits for the grace, then kills; returns when the process is gone. */
    static void end(ProcessHandle process, Ending ending, Duration grace) {
        if (gone(process)) {
            return; // its id may be another's by now
        }
        ask(process, ending);
        if (!awaitGone(process, grace)) {
            process.destroyForcibly();
            awaitGone(process, grace);
        }
    }

    private static void ask(ProcessHandle process, Ending ending) {
        switch (ending) {
            case TERM -> process.destroy();
            case INT -> interrupt(process);
        }
    }

    /** Java itself can send no SIGINT. */
    private static void interrupt(ProcessHandle process) {
        try {
            SystemTools.run(
                    Path.of("/"), 5, List.of("/bin/kill", "-INT", Long.toString(process.pid())));
        } catch (IOException e) {
            process.destroy(); // gone meanwhile, or no kill program: the other signal is as good
        }
    }

    static boolean awaitGone(ProcessHandle process, Duration longest) {
        for (long steps = longest.dividedBy(STEP); steps > 0; steps--) {
            if (gone(process) || endsWithin(process, STEP)) {
                return true;
            }
        }
        return gone(process);
    }

    private static boolean endsWithin(ProcessHandle process, Duration step) {
        CompletableFuture<Boolean> ended = process.onExit().thenApply(_ -> true);
        return ended.completeOnTimeout(false, step.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    /** A process that has ended and whose parent has not yet noticed is gone too. */
    static boolean gone(ProcessHandle process) {
        return !process.isAlive() || isZombie(process.pid());
    }

    private static boolean isZombie(long pid) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            String line = Files.isReadable(stat) ? Files.readString(stat) : "";
            return line.startsWith(" Z ", line.lastIndexOf(')') + 1);
        } catch (IOException e) {
            return true; // the folder vanished between the two looks
        }
    }
}

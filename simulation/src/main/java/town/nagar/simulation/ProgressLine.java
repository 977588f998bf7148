package town.nagar.simulation;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import town.nagar.engine.town.Progress;

/** Says on one line of a terminal, overwritten at each percent, how far a study is. */
final class ProgressLine implements Progress {
    private static final int PERCENT = 100;

    private final PrintStream err;
    private final InstantSource clock;
    private final Instant start;
    private final AtomicInteger shownPercent = new AtomicInteger(-1);

    ProgressLine(PrintStream err, InstantSource clock) {
        this.err = err;
        this.clock = clock;
        this.start = clock.instant();
    }

    @Override
    public boolean pairEnded(int pairs, int mostPairs) {
        int percent = PERCENT * pairs / mostPairs;
        int before = shownPercent.getAndAccumulate(percent, Math::max);
        if (percent > before) {
            err.print(
                    "\r%d of %d pairs of runs, %s   "
                            .formatted(pairs, mostPairs, left(pairs, mostPairs)));
            err.flush();
        }
        return true;
    }

    private String left(int pairs, int mostPairs) {
        double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
        return "about %d s left".formatted(Math.round(seconds / pairs * (mostPairs - pairs)));
    }

    /** Clears the line. */
    void end() {
        err.print("\r" + " ".repeat(60) + "\r");
        err.flush();
    }
}

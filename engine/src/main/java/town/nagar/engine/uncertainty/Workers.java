package town.nagar.engine.uncertainty;

import java.util.ArrayList;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Numbered pieces of work, each done once, by as many threads as wanted. */
public final class Workers {
    private static final int PIECES_AT_A_TIME = 16;

    private Workers() {}

    /**
     * Does pieces {@code from} to {@code until - 1} in no promised order. Pieces must write to
     * places of their own; then the outcome is the same for any number of threads.
     *
     * @param threads 1 or more; 1 works on the caller's thread
     * @param worker called once a thread, so that each has its own scratch arrays
     * @throws IllegalArgumentException if there is not one thread
     */
    public static void forEach(int from, int until, int threads, Supplier<IntConsumer> worker) {
        forEach(from, until, PIECES_AT_A_TIME, threads, worker);
    }

    /** The same, each thread taking as many pieces at a time; few large ones go one by one. */
    public static void forEach(
            int from, int until, int atATime, int threads, Supplier<IntConsumer> worker) {
        if (threads < 1) {
            throw new IllegalArgumentException(
                    "%d threads; allowed are 1 or more".formatted(threads));
        }
        var next = new AtomicInteger(from);
        if (threads == 1) {
            takePieces(next, until, atATime, worker.get());
            return;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            var tasks = new ArrayList<Future<?>>(threads);
            for (int thread = 0; thread < threads; thread++) {
                tasks.add(pool.submit(() -> takePieces(next, until, atATime, worker.get())));
            }
            tasks.forEach(Workers::await);
        }
    }

    private static void takePieces(AtomicInteger next, int until, int atATime, IntConsumer worker) {
        try {
            for (int first = take(next, until, atATime);
                    first < until;
                    first = take(next, until, atATime)) {
                int last = (int) Math.min(until, (long) first + atATime);
                for (int piece = first; piece < last; piece++) {
                    worker.accept(piece);
                }
            }
        } catch (RuntimeException | Error failed) {
            next.set(until);
            throw failed;
        }
    }

    private static int take(AtomicInteger next, int until, int atATime) {
        return next.getAndUpdate(piece -> (int) Math.min(until, (long) piece + atATime));
    }

    private static void await(Future<?> task) {
        try {
            task.get();
        } catch (ExecutionException failed) {
            throw causeOf(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while runs were under way");
        }
    }

    private static RuntimeException causeOf(ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof RuntimeException cause
                ? cause
                : new IllegalStateException(failed);
    }
}

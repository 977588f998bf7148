package town.nagar.supervisor.processes;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import town.nagar.supervisor.probes.Probe;

/**
 * One supervised child: started, asked until it serves, started again when it ends by itself,
 * stopped on request.
 *
 * <p>A thread of its own drives it; all other threads only read its snapshot or ask it to stop.
 */
public final class Child {
    /**
     * glibc keeps an arena of freed memory for every few threads, hundreds of MB in a big child.
     */
    private static final String MALLOC_ARENAS = "MALLOC_ARENA_MAX";

    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final long PROBE_EVERY_MILLISECONDS = 50;

    /** Prepares an attempt: makes folders and files, and says how to run. */
    @FunctionalInterface
    public interface Preparation {
        /** What to run now; called anew before each attempt. */
        Launch prepare() throws IOException;
    }

    /** Where children leave their traces and tell what happens. */
    public record Surroundings(PidFiles pids, InstantSource clock, Consumer<String> report) {}

    /** What a child is doing, as of one moment. */
    public record Snapshot(
            ChildState state, long pid, Instant since, int restarts, String detail) {}

    private final String name;
    private final Preparation preparation;
    private final LogFile log;
    private final Surroundings surroundings;
    private final Runnable changed;
    private final BackOff backOff = new BackOff();
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
    private final CountDownLatch stopAsked = new CountDownLatch(1);
    private final Thread thread;

    private volatile Snapshot snapshot;
    private volatile Optional<Running> running = Optional.empty();

    private record Running(Process process, Ending ending) {}

    private Child(
            String name,
            Preparation preparation,
            LogFile log,
            Surroundings surroundings,
            Runnable changed) {
        this.name = name;
        this.preparation = preparation;
        this.log = log;
        this.surroundings = surroundings;
        this.changed = changed;
        this.snapshot = new Snapshot(ChildState.STARTING, 0, now(), 0, "");
        this.thread = Thread.ofPlatform().daemon().name("child-" + name).unstarted(this::live);
    }

    /**
     * Starts a child and its supervision.
     *
     * @param changed called after each change of the snapshot, by the child's own thread
     */
    public static Child start(
            String name,
            Preparation preparation,
            LogFile log,
            Surroundings surroundings,
            Runnable changed) {
        var child = new Child(name, preparation, log, surroundings, changed);
        child.thread.start();
        return child;
    }

    /** What it is doing now. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /**
     * Completes when it serves for the first time; fails with an {@link IOException} that says why
     * if it never will.
     */
    public CompletableFuture<Void> firstReady() {
        return firstReady.copy();
    }

    /** Asks it to end, kills it after 20 s, and returns when it is gone. */
    public void stop() {
        stopAsked.countDown();
        running.ifPresent(this::end);
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Kills it at once and returns when it is gone. */
    public void kill() {
        stopAsked.countDown();
        running.ifPresent(child -> child.process().destroyForcibly());
        awaitEnd();
    }

    private void end(Running child) {
        Signals.end(child.process().toHandle(), child.ending(), GRACE);
    }

    private void live() {
        try {
            while (!stopping() && !backOff.hopeless()) {
                attempt();
                pauseUnlessStopping();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        become(stopping() ? ChildState.STOPPED : ChildState.FAILED, 0);
        firstReady.completeExceptionally(new IOException(name + ": " + snapshot.detail()));
    }

    private boolean stopping() {
        return stopAsked.getCount() == 0;
    }

    private void attempt() throws InterruptedException {
        try {
            Launch launch = preparation.prepare();
            log.rotate();
            Process process = spawn(launch);
            try (var _ = Watch.over(process, launch.ending())) {
                surroundings.pids().write(name, process.toHandle(), launch.ending());
                liveThrough(process, launch);
            } finally {
                end(new Running(process, launch.ending()));
                running = Optional.empty();
                surroundings.pids().delete(name);
            }
        } catch (IOException | RuntimeException e) {
            explain(String.valueOf(e.getMessage()));
        }
    }

    private Process spawn(Launch launch) throws IOException {
        var builder =
                new ProcessBuilder(Rights.wrap(launch))
                        .directory(launch.folder().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
        builder.environment().putIfAbsent(MALLOC_ARENAS, "2");
        builder.environment().putAll(launch.environment());
        Process process = Spawner.start(builder);
        running = Optional.of(new Running(process, launch.ending()));
        return process;
    }

    private void liveThrough(Process process, Launch launch)
            throws IOException, InterruptedException {
        become(ChildState.STARTING, process.pid());
        Instant started = now();
        if (!awaitReady(process, launch.probe(), started.plus(LONGEST_START))) {
            return;
        }
        become(ChildState.READY, process.pid());
        say("ready after %d ms".formatted(Duration.between(started, now()).toMillis()));
        firstReady.complete(null);
        Instant ready = now();
        int status = process.waitFor();
        backOff.wasReadyFor(Duration.between(ready, now()));
        explain("ended with status " + status);
    }

    /** False if it ended, was asked to stop, or took too long. */
    private boolean awaitReady(Process process, Probe probe, Instant deadline)
            throws IOException, InterruptedException {
        while (!process.waitFor(PROBE_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS)) {
            if (stopping()) {
                return false;
            }
            if (answers(probe)) {
                return process.isAlive();
            }
            if (now().isAfter(deadline)) {
                explain(
                        "no answer within %d s; what it said is in %s"
                                .formatted(LONGEST_START.toSeconds(), log.path()));
                return false;
            }
        }
        explain(
                "ended with status %d before it served:%n%s"
                        .formatted(process.exitValue(), log.tail()));
        return false;
    }

    private static boolean answers(Probe probe) {
        try {
            return probe.ready();
        } catch (IOException | RuntimeException e) {
            return false; // not yet listening, or not yet itself
        }
    }

    private void pauseUnlessStopping() throws InterruptedException {
        if (stopping()) {
            return;
        }
        backOff.failed();
        if (!backOff.hopeless()) {
            Duration pause = backOff.pause();
            snapshot = restarted();
            become(ChildState.BACKING_OFF, 0);
            say("starts again in %d ms".formatted(pause.toMillis()));
            stopAsked.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private Snapshot restarted() {
        Snapshot was = snapshot;
        return new Snapshot(was.state(), was.pid(), was.since(), was.restarts() + 1, was.detail());
    }

    private void become(ChildState state, long pid) {
        snapshot = new Snapshot(state, pid, now(), snapshot.restarts(), snapshot.detail());
        changed.run();
    }

    private void explain(String detail) {
        if (!stopping()) {
            Snapshot was = snapshot;
            snapshot = new Snapshot(was.state(), was.pid(), was.since(), was.restarts(), detail);
            say(detail);
        }
    }

    private void say(String event) {
        surroundings.report().accept(name + ": " + event);
    }

    private Instant now() {
        return surroundings.clock().instant();
    }
}

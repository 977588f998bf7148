package town.nagar.supervisor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import town.nagar.supervisor.processes.Child;
import town.nagar.supervisor.processes.PidFiles;

/**
 * The servers of one data folder while they run.
 *
 * <p>Closing stops all in order. When this process dies without closing, however it dies, its
 * children end too.
 */
public final class RunningServers implements AutoCloseable {
    private static final long LOG_CHECK_SECONDS = 30;
    private static final Duration UNTIL_CALM = Duration.ofMinutes(1);

    private final Surroundings surroundings;
    private final FolderLock lock;
    private final Child.Surroundings childSurroundings;
    private final List<ServerStatus> external;
    private final List<ManagedServer> servers = new CopyOnWriteArrayList<>();
    private final List<ManagedChild> children = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService housekeeping =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("housekeeping").factory());

    RunningServers(Surroundings surroundings, FolderLock lock, PidFiles pids) {
        this.surroundings = surroundings;
        this.lock = lock;
        this.childSurroundings =
                new Child.Surroundings(
                        pids, surroundings.plan().clock(), surroundings.plan().report());
        this.external = ExternalServers.of(surroundings.plan());
        var _ =
                housekeeping.scheduleWithFixedDelay(
                        this::rotateLogs, LOG_CHECK_SECONDS, LOG_CHECK_SECONDS, TimeUnit.SECONDS);
    }

    void start(Server server) throws IOException {
        servers.add(new ManagedServer(server, surroundings, childSurroundings, this::stateChanged));
    }

    /**
     * Waits for all servers.
     *
     * @throws IOException if one can't be started; says why
     */
    void awaitReady() throws IOException {
        for (ManagedServer server : servers) {
            await(server.child().firstReady());
        }
        stateChanged();
    }

    private static void await(CompletableFuture<Void> ready) throws IOException {
        try {
            ready.join();
        } catch (CompletionException e) {
            String why = Optional.ofNullable(e.getCause()).map(Throwable::getMessage).orElse("");
            throw new IOException(why, e);
        }
    }

    /**
     * How clients reach the servers: each key as the town's settings have it, such as {@code
     * nagar.postgres.password}, secrets included. What the plan's settings said of servers
     * elsewhere is passed on.
     */
    public Map<String, String> settings() throws IOException {
        Map<String, String> all = new TreeMap<>(ExternalServers.settings(surroundings.plan()));
        for (ManagedServer server : servers) {
            all.putAll(server.settings());
        }
        return all;
    }

    /**
     * One of the settings.
     *
     * @throws IllegalArgumentException if no server has it; names those there are
     */
    public String setting(String key) throws IOException {
        Map<String, String> all = settings();
        return Optional.ofNullable(all.get(key))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "setting %s: must be one of %s".formatted(key, all.keySet())));
    }

    /** The folder of all data. */
    public Path dataDir() {
        return surroundings.plan().dataDir();
    }

    /** The same as environment variables, such as {@code NAGAR_POSTGRES_PASSWORD}. */
    public Map<String, String> environment() throws IOException {
        Map<String, String> variables = new TreeMap<>();
        settings()
                .forEach((key, value) ->
                        variables.put(key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
        return variables;
    }

    /**
     * Starts a Java child after the servers it names serve, and waits until it serves itself.
     *
     * @throws IOException if it can't be started; says why
     */
    public void launch(JavaChild child) throws IOException {
        for (ManagedServer server : servers) {
            if (child.after().contains(server.name())) {
                await(server.child().firstReady());
            }
        }
        var managed = new ManagedChild(child, surroundings, childSurroundings, this::stateChanged);
        children.add(managed);
        await(managed.child().firstReady());
    }

    /** Makes, in a while, what lets the next start be shorter. */
    public void prepareNextStart() {
        surroundings.archives().makeAfter(UNTIL_CALM, surroundings.plan().report());
    }

    /** A free loopback port that stays the same between starts, for a child's own use. */
    public int port(String name) throws IOException {
        return surroundings.ports().pick(name);
    }

    /** What each server and child is doing now. */
    public List<ServerStatus> status() {
        List<ServerStatus> all = new ArrayList<>(external);
        servers.forEach(server -> all.add(server.status()));
        children.forEach(child -> all.add(child.status()));
        return all;
    }

    /** Written by another thread, so that no child waits for it. */
    private void stateChanged() {
        try {
            housekeeping.execute(this::writeState);
        } catch (RejectedExecutionException e) {
            // stopping: the last state is written at its end
        }
    }

    private void writeState() {
        ProcessHandle self = ProcessHandle.current();
        try {
            StateFile.write(
                    StateFile.in(surroundings.plan().dataDir()),
                    new TownStatus(self.pid(), StateFile.startOf(self), status()));
        } catch (IOException e) {
            surroundings.plan().report().accept("state.json can't be written: " + e);
        }
    }

    private void rotateLogs() {
        try {
            for (ManagedServer server : servers) {
                server.log().rotateIfLong();
            }
            for (ManagedChild child : children) {
                child.log().rotateIfLong();
            }
        } catch (IOException e) {
            surroundings.plan().report().accept("a log can't be rotated: " + e);
        }
    }

    /**
     * Stops the children, last started first, then all servers at once, since none of them needs
     * another. Each is asked, and killed if it hasn't ended within 20 s.
     */
    public synchronized void stop() {
        surroundings.archives().close();
        children.reversed().forEach(child -> child.child().stop());
        stopAtOnce();
        finish();
    }

    private void stopAtOnce() {
        CompletableFuture<?>[] stops =
                servers.stream()
                        .map(server ->
                                CompletableFuture.runAsync(
                                        server.child()::stop, Thread::startVirtualThread))
                        .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(stops).join();
    }

    /** Kills everything: for data that is thrown away. */
    synchronized void kill() {
        surroundings.archives().close();
        children.forEach(child -> child.child().kill());
        servers.forEach(server -> server.child().kill());
        finish();
    }

    private void finish() {
        housekeeping.close();
        writeState();
        try {
            lock.close();
        } catch (IOException e) {
            surroundings.plan().report().accept("the data folder's lock can't be released: " + e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}

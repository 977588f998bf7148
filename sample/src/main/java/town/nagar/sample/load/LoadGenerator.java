package town.nagar.sample.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Publishes traffic readings with QoS 1 from one thread over several connections and knows exactly
 * which were acknowledged: of each sensor the messages 0 to {@link #acknowledgedOf} - 1.
 *
 * <p>It speaks MQTT 5 itself: less than 2 µs of processor time a message, where a client library
 * with a future a message took 5 to 14, which would be measured with the broker.
 */
public final class LoadGenerator implements AutoCloseable {
    private static final long MILLIS_TO_REST = 1;
    private static final long NANOS_BETWEEN_TRIES = 200_000_000;
    private static final long NANOS_BETWEEN_PINGS = 20_000_000_000L;

    private final LoadPlan plan;
    private final Selector selector;
    private final List<LoadConnection> connections;
    private final AtomicLong reconnects = new AtomicLong();
    private final AtomicReference<Optional<IOException>> failure =
            new AtomicReference<>(Optional.empty());
    private final CountDownLatch drained = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean closed;

    private LoadGenerator(LoadPlan plan, Selector selector, List<LoadConnection> connections) {
        this.plan = plan;
        this.selector = selector;
        this.connections = List.copyOf(connections);
        this.thread = Thread.ofPlatform().daemon().name("load-generator").unstarted(this::run);
    }

    /**
     * Connects and begins to send.
     *
     * @throws IOException if the broker is not there or refuses us
     */
    public static LoadGenerator start(LoadPlan plan) throws IOException {
        Selector selector = Selector.open();
        List<LoadConnection> connections = new ArrayList<>();
        try {
            connect(plan, selector, connections);
        } catch (IOException e) {
            for (LoadConnection connection : connections) {
                connection.close();
            }
            selector.close();
            throw e;
        }
        LoadGenerator generator = new LoadGenerator(plan, selector, connections);
        generator.thread.start();
        return generator;
    }

    private static void connect(LoadPlan plan, Selector selector, List<LoadConnection> connections)
            throws IOException {
        for (int number = 0; number < plan.connections(); number++) {
            connections.add(
                    new LoadConnection(
                            plan.target(),
                            "load-%s-%d".formatted(plan.sensorIds().getFirst(), number),
                            packets(plan, number),
                            plan.mostInFlight(),
                            selector));
        }
    }

    /** Connection c has the sensors c, c + connections, c + 2 connections and so on. */
    private static TrafficPackets packets(LoadPlan plan, int connection) {
        List<String> ids =
                IntStream.range(0, plan.sensorIds().size())
                        .filter(sensor -> sensor % plan.connections() == connection)
                        .mapToObj(plan.sensorIds()::get)
                        .toList();
        return new TrafficPackets(
                ids, plan.firstEventTime().toEpochMilli(), plan.step().toMillis());
    }

    private void run() {
        try {
            send();
        } catch (IOException e) {
            failure.set(Optional.of(e));
        } finally {
            drained.countDown();
        }
    }

    private void send() throws IOException {
        long start = System.nanoTime();
        long lastPing = start;
        while (!closed && !isDrained()) {
            long now = System.nanoTime();
            boolean busy = false;
            for (int number = 0; number < connections.size(); number++) {
                busy |= work(number, now - start);
            }
            if (now - lastPing > NANOS_BETWEEN_PINGS) {
                lastPing = now;
                pingAll();
            }
            if (!busy) {
                selector.select(_ -> {}, MILLIS_TO_REST);
            }
        }
    }

    private boolean work(int number, long elapsedNanos) throws IOException {
        LoadConnection connection = connections.get(number);
        try {
            return connection.work(goalOf(number, due(elapsedNanos)));
        } catch (RefusedException e) {
            throw e;
        } catch (IOException _) {
            reconnect(connection);
            return true;
        }
    }

    private long due(long elapsedNanos) {
        double paced = plan.messagesPerSecond() * elapsedNanos / 1e9;
        return (long) Math.min((double) plan.messages(), paced);
    }

    private boolean isDrained() {
        for (int number = 0; number < connections.size(); number++) {
            if (connections.get(number).acknowledged() < goalOf(number, plan.messages())) {
                return false;
            }
        }
        return true;
    }

    /** What may be sent of a connection when so much may be sent of all. */
    private long goalOf(int number, long all) {
        int count = connections.size();
        return stopping
                ? connections.get(number).sent()
                : all / count + (number < all % count ? 1 : 0);
    }

    private void reconnect(LoadConnection connection) throws IOException {
        while (!closed) {
            try {
                connection.reconnect(selector);
                reconnects.incrementAndGet();
                return;
            } catch (RefusedException e) {
                throw e;
            } catch (IOException _) {
                LockSupport.parkNanos(NANOS_BETWEEN_TRIES);
            }
        }
    }

    private void pingAll() throws IOException {
        for (LoadConnection connection : connections) {
            connection.ping();
        }
    }

    /** Messages sent, each counted once. */
    public long sent() {
        return connections.stream().mapToLong(LoadConnection::sent).sum();
    }

    /** Messages acknowledged, of each connection without a gap. */
    public long acknowledged() {
        long sum = 0;
        for (LoadConnection connection : connections) {
            sum += connection.acknowledged();
        }
        return sum;
    }

    /** How many messages of a sensor, from its first, were acknowledged without a gap. */
    public long acknowledgedOf(int sensor) {
        int count = connections.size();
        return connections.get(sensor % count).acknowledgedOf(sensor / count);
    }

    public long reconnects() {
        return reconnects.get();
    }

    /** Sends nothing new; what is in flight is still waited for. */
    public void stop() {
        stopping = true;
    }

    /**
     * Waits until all that was sent is acknowledged.
     *
     * @return false if that takes longer
     * @throws UncheckedIOException if the broker refused a message
     */
    public boolean awaitDrained(Duration atMost) throws InterruptedException {
        boolean done = drained.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        failure.get()
                .ifPresent(reason -> {
                    throw new UncheckedIOException(reason);
                });
        return done;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        for (LoadConnection connection : connections) {
            connection.close();
        }
        selector.close();
    }
}

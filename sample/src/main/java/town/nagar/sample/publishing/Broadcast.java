package town.nagar.sample.publishing;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import town.nagar.contracts.places.Sensor;
import town.nagar.sample.sensing.SensorSimulator;
import town.nagar.sample.sensing.SimulatedReading;

/** What is to be sent next: what falls due now, and what is missing before. */
final class Broadcast {
    /** Event time sent at once; short enough that new readings do not wait long behind old. */
    private static final Duration PIECE = Duration.ofHours(1);

    /** Pace of history, so that a broker's queue does not overflow before a slower reader. */
    private static final int READINGS_A_SECOND = 10_000;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private static final int MOST_READINGS_A_MESSAGE = 60;
    private static final Duration BETWEEN_KEEPS = Duration.ofSeconds(5);

    /** Sends messages and returns when all are acknowledged. */
    @FunctionalInterface
    interface Outlet {
        void publish(List<SensorMessage> messages) throws InterruptedException;
    }

    private final SensorSimulator simulator;
    private final Outlet outlet;
    private final ProgressFile progress;
    private final Instant historyFrom;
    private final Instant historyUntil;
    private final double speed;
    private final InstantSource clock;
    private Instant keptAt = Instant.MIN;
    private volatile Instant history;
    private volatile Instant live;

    /**
     * @param from everything up to here is acknowledged
     * @param now where history ends and new readings begin
     */
    Broadcast(
            SensorSimulator simulator,
            Outlet outlet,
            ProgressFile progress,
            Instant from,
            Instant now,
            double speed,
            InstantSource clock) {
        this.simulator = simulator;
        this.outlet = outlet;
        this.progress = progress;
        this.historyFrom = from;
        this.historyUntil = now;
        this.speed = speed;
        this.clock = clock;
        this.history = from;
        this.live = now;
    }

    /** Sends the newest reading of each sensor. */
    void announce() throws InterruptedException {
        outlet.publish(messages(simulator.latest(historyUntil), 1));
    }

    /**
     * Sends what fell due and a piece of what is missing.
     *
     * @return how long to rest before the next step
     */
    Duration step() throws InterruptedException, IOException {
        Instant now = clock.instant();
        Instant liveUntil = earlier(now, live.plus(PIECE));
        if (liveUntil.isAfter(live)) {
            outlet.publish(messages(simulator.due(live, liveUntil), 1));
            live = liveUntil;
        }
        int sent = sendHistory(historyGoal(now));
        keep(now);
        if (live.isBefore(now)) {
            return Duration.ZERO;
        }
        return sent > 0 ? Duration.ofMillis(sent * 1_000L / READINGS_A_SECOND) : BETWEEN_LOOKS;
    }

    /** Sends a piece of history and says how many readings that were. */
    private int sendHistory(Instant goal) throws InterruptedException {
        if (!goal.isAfter(history)) {
            return 0;
        }
        Instant until = earlier(goal, history.plus(PIECE));
        List<SimulatedReading> readings = simulator.due(history, until);
        outlet.publish(messages(readings, MOST_READINGS_A_MESSAGE));
        history = until;
        return Math.max(1, readings.size());
    }

    /** How far history may have come by now. */
    private Instant historyGoal(Instant now) {
        if (speed <= 1) {
            return historyUntil;
        }
        double millis = Duration.between(historyUntil, now).toMillis() * speed;
        return earlier(historyUntil, historyFrom.plusMillis((long) Math.min(millis, 1e12)));
    }

    private void keep(Instant now) throws IOException {
        if (!now.isBefore(keptAt.equals(Instant.MIN) ? now : keptAt.plus(BETWEEN_KEEPS))) {
            progress.keep(isUpToDate() ? live : history);
            keptAt = now;
        }
    }

    boolean isUpToDate() {
        return !history.isBefore(historyUntil);
    }

    /** Readings of one sensor share a message, in order; messages in order of their first. */
    private static List<SensorMessage> messages(List<SimulatedReading> readings, int mostTogether) {
        Map<Sensor, List<SimulatedReading>> bySensor = new LinkedHashMap<>();
        List<SensorMessage> messages = new ArrayList<>();
        for (SimulatedReading reading : readings) {
            List<SimulatedReading> together =
                    bySensor.computeIfAbsent(reading.sensor(), _ -> new ArrayList<>());
            together.add(reading);
            if (together.size() == mostTogether) {
                messages.add(SensorMessage.of(together));
                together.clear();
            }
        }
        bySensor.values().stream()
                .filter(together -> !together.isEmpty())
                .map(SensorMessage::of)
                .forEach(messages::add);
        return messages;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}

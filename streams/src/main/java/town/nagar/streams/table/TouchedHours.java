package town.nagar.streams.table;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import town.nagar.streams.enrich.Sensed;
import town.nagar.streams.window.Buckets;

/**
 * Which Indian hours of which sensors a batch touches. An hour that is still running is marked once
 * since start, because nobody clears its mark before it is over.
 */
final class TouchedHours {
    private static final Duration HOUR = Duration.ofHours(1);

    private final InstantSource clock;
    private final Set<Mark> markedRunning = new HashSet<>();
    private long runningEndsMillis;

    TouchedHours(InstantSource clock) {
        this.clock = clock;
    }

    /** The marks that a batch needs, sorted so that concurrent batches cannot lock each other. */
    SortedSet<Mark> needed(List<Sensed> batch) {
        forgetWhatIsOver();
        SortedSet<Mark> marks = new TreeSet<>();
        String sensor = "";
        long hour = Long.MIN_VALUE;
        for (Sensed row : batch) {
            long next = Buckets.startOf(row.reading().eventTime().toEpochMilli(), HOUR);
            if (next != hour || !sensor.equals(row.reading().sensorId())) {
                hour = next;
                sensor = row.reading().sensorId();
                marks.add(new Mark(sensor, hour));
            }
        }
        marks.removeAll(markedRunning);
        return marks;
    }

    /** Remembers marks that were committed. */
    void committed(Set<Mark> marks) {
        marks.stream()
                .filter(mark -> mark.hourMillis() + HOUR.toMillis() == runningEndsMillis)
                .forEach(markedRunning::add);
    }

    private void forgetWhatIsOver() {
        long now = clock.millis();
        if (now >= runningEndsMillis) {
            markedRunning.clear();
            runningEndsMillis = Buckets.endOf(now, HOUR);
        }
    }

    /** An Indian hour of a sensor. */
    record Mark(String entity, long hourMillis) implements Comparable<Mark> {
        @Override
        public int compareTo(Mark other) {
            int byEntity = entity.compareTo(other.entity);
            return byEntity == 0 ? Long.compare(hourMillis, other.hourMillis) : byEntity;
        }
    }
}

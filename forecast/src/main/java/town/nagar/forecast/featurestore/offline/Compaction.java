package town.nagar.forecast.featurestore.offline;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import town.nagar.kit.objects.ObjectStore;

/**
 * Puts the pieces of each day that has ended together in one object, and removes what is too old.
 *
 * <p>A day's object is written in one go and names the pieces that it holds; from then on nobody
 * reads those, though they stay for a while. So it does not matter where this breaks off: before
 * that write the pieces are read and afterwards the day, and what is left over goes another time.
 * One at a time may work on a store.
 */
public final class Compaction {
    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

    /** How long a day's pieces stay apart after its end: late rows come mostly before. */
    private static final Duration APART = Duration.ofHours(2);

    /** How long pieces stay that a day holds: who listed them before may still read them. */
    private static final Duration STILL_READ = Duration.ofMinutes(15);

    private final ObjectStore objects;
    private final Path scratch;
    private final Duration retention;
    private final InstantSource clock;

    /**
     * The compaction of a store.
     *
     * @param retention how long rows are kept after the end of their day
     */
    public Compaction(OfflineStore store, Duration retention, InstantSource clock) {
        this.objects = store.objects();
        this.scratch = store.scratch();
        this.retention = retention;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param written keys of days
     * @param removed keys of pieces that a day holds, and of what was too old
     * @param failed days that could not be put together; their pieces stay
     */
    public record Done(List<String> written, List<String> removed, int failed) {
        public Done {
            written = List.copyOf(written);
            removed = List.copyOf(removed);
        }
    }

    /**
     * Does what is to be done now.
     *
     * @throws SdkException if the store cannot be listed
     */
    public Done run() {
        List<String> written = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        int failed = 0;
        for (DayObjects day : DayObjects.of(objects.list(RowsKey.ALL))) {
            try {
                work(day, written, removed);
            } catch (IOException | SQLException | SdkException e) {
                LOG.warn(
                        "day left as it is of={}/{} cause={}", day.view(), day.day(), e.toString());
                failed++;
            }
        }
        return new Done(written, removed, failed);
    }

    private void work(DayObjects day, List<String> written, List<String> removed)
            throws IOException, SQLException {
        Instant now = clock.instant();
        if (day.end().plus(retention).isBefore(now)) {
            for (RowsKey key : day.all()) {
                objects.remove(key.words());
                removed.add(key.words());
            }
        } else if (!day.pieces().isEmpty() && day.end().plus(APART).isBefore(now)) {
            try (Duck duck = Duck.open(scratch)) {
                DayCompaction compaction = new DayCompaction(objects, day, duck);
                written.addAll(compaction.write());
                removed.addAll(compaction.removeHeld(now.minus(STILL_READ)));
            }
        }
    }
}

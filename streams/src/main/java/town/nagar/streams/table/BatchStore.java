package town.nagar.streams.table;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.contracts.readings.Reading;
import town.nagar.streams.enrich.Sensed;

/** Stores batches until PostgreSQL has them, however long it is away; works on one thread. */
final class BatchStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BatchStore.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final String CHECK_VIOLATION = "23514";
    private static final Comparator<Sensed> BY_KEY =
            Comparator.<Sensed, String>comparing(row -> row.reading().sensorId())
                    .thenComparing(row -> row.reading().eventTime())
                    .thenComparingLong(row -> row.reading().ingestId());

    private final PostgresRows rows;
    private final TouchedHours hours;
    private final TableMetrics metrics;
    private final String table;

    BatchStore(PostgresAddress address, RawTable table, InstantSource clock, TableMetrics metrics) {
        this.rows = new PostgresRows(address, table);
        this.hours = new TouchedHours(clock);
        this.metrics = metrics;
        this.table = table.name();
    }

    /**
     * Stores a batch.
     *
     * @param batch in any order; of one sensor and time the greatest ingest id counts
     */
    void store(List<Sensed> batch) throws InterruptedException {
        long start = System.nanoTime();
        batch.sort(BY_KEY);
        storeDistinct(lastOfEachKey(batch));
        metrics.flushed(batch.size(), System.nanoTime() - start);
    }

    private static List<Sensed> lastOfEachKey(List<Sensed> sorted) {
        List<Sensed> kept = new ArrayList<>(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            if (i + 1 == sorted.size() || !sameKey(sorted.get(i), sorted.get(i + 1))) {
                kept.add(sorted.get(i));
            }
        }
        return kept;
    }

    private static boolean sameKey(Sensed a, Sensed b) {
        Reading one = a.reading();
        Reading other = b.reading();
        return one.eventTime().equals(other.eventTime()) && one.sensorId().equals(other.sensorId());
    }

    private void storeDistinct(List<Sensed> batch) throws InterruptedException {
        Set<TouchedHours.Mark> marks = hours.needed(batch);
        Duration wait = FIRST_WAIT;
        while (true) {
            try {
                rows.store(batch, marks);
                hours.committed(marks);
                return;
            } catch (SQLException e) {
                if (isAboutTheRows(e)) {
                    narrowDown(batch, e);
                    return;
                }
                waitAfter(e, wait);
                wait =
                        wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0
                                ? wait.multipliedBy(2)
                                : LONGEST_WAIT;
            }
        }
    }

    /**
     * Class 22 is a value that its column cannot hold, 23 a broken constraint.
     *
     * <p>A broken check without a name is the default partition's, which a month's partition left
     * while the rows were on their way: they go to that one when they come again.
     */
    private static boolean isAboutTheRows(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        boolean named =
                !(e instanceof PSQLException known)
                        || Optional.ofNullable(known.getServerErrorMessage())
                                .map(ServerErrorMessage::getConstraint)
                                .isPresent();
        return state.startsWith("22")
                || (state.startsWith("23") && (named || !state.equals(CHECK_VIOLATION)));
    }

    /** One row must not hold up all others: halves the batch until it is found and left out. */
    private void narrowDown(List<Sensed> batch, SQLException cause) throws InterruptedException {
        if (batch.size() == 1) {
            Reading reading = batch.getFirst().reading();
            metrics.refused();
            LOG.error(
                    "row refused table={} sensor={} time={} reason={}",
                    table,
                    reading.sensorId(),
                    reading.eventTime(),
                    cause.getMessage());
            return;
        }
        storeDistinct(batch.subList(0, batch.size() / 2));
        storeDistinct(batch.subList(batch.size() / 2, batch.size()));
    }

    private void waitAfter(SQLException e, Duration wait) throws InterruptedException {
        metrics.retried();
        LOG.warn(
                "rows wait table={} state={} reason={} next_try_ms={}",
                table,
                e.getSQLState(),
                e.getMessage(),
                wait.toMillis());
        TimeUnit.MILLISECONDS.sleep(wait.toMillis());
    }

    @Override
    public void close() {
        rows.close();
    }
}

package town.nagar.data.rollups;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import town.nagar.contracts.Domain;
import town.nagar.data.history.Sql;
import town.nagar.data.rollups.HoursAtRest.Hour;

/**
 * Keeps derived rows a pure function of raw rows: takes the marks of hours whose rows changed, and
 * derives those hours anew, each batch in one transaction.
 *
 * <p>Hours wait until they have ended. Several refreshers may run at once.
 */
public final class Refresher {
    private static final Duration AFTER_HOUR = Duration.ofMinutes(62);
    private static final int TAKEN_AT_ONCE = 50_000;

    /** Few, since the making of a new month waits for the transaction of a batch. */
    private static final int DERIVED_AT_ONCE = 250;

    private static final String NOT_STAMPED = "xid8 '18446744073709551615'";

    private static final String TAKE =
            """
            WITH gone AS (
                DELETE FROM touched_hours WHERE (domain, entity, hour) IN (
                    SELECT domain, entity, hour FROM touched_hours
                    WHERE hour <= ? AND (domain, hour) NOT IN (
                        SELECT * FROM unnest(?::text[], ?::timestamptz[]))
                    LIMIT ? FOR UPDATE SKIP LOCKED)
                RETURNING domain, entity, hour)
            INSERT INTO taken_hours (domain, hour, entity, taken)
            SELECT domain, hour, entity, %s FROM gone
            ON CONFLICT (domain, hour, entity) DO UPDATE SET taken = excluded.taken
            """
                    .formatted(NOT_STAMPED);

    /**
     * A transaction of its own, so that its number is above that of every writer that may still
     * have found its mark there. Marks that were taken and not stamped when a process died are
     * stamped by the next.
     */
    private static final String STAMP =
            "UPDATE taken_hours SET taken = pg_current_xact_id() WHERE taken = %s"
                    .formatted(NOT_STAMPED);

    private static final String NEXT =
            """
            DELETE FROM taken_hours WHERE (domain, hour, entity) IN (
                SELECT domain, hour, entity FROM taken_hours
                WHERE domain = ? AND taken < pg_snapshot_xmin(pg_current_snapshot())
                ORDER BY hour, entity LIMIT ? FOR UPDATE SKIP LOCKED)
            RETURNING entity, hour
            """;

    private static final String ARCHIVE =
            """
            INSERT INTO archive_marks (domain, hour, marked_at)
            SELECT ?, hour, ? FROM unnest(?::timestamptz[]) AS hour
            ON CONFLICT (domain, hour) DO UPDATE SET marked_at = excluded.marked_at
            """;

    private static final String DROPPED =
            "SELECT time_from, time_until FROM dropped_ranges WHERE domain = ?";

    private final DataSource database;
    private final Map<Domain, DomainRollups> rollups;
    private final HoursAtRest rests;
    private final InstantSource clock;

    /**
     * A refresher.
     *
     * @param rollups what is derived in each domain
     */
    public Refresher(DataSource database, Map<Domain, DomainRollups> rollups, InstantSource clock) {
        this.database = database;
        this.rollups = new EnumMap<>(rollups);
        this.rests = new HoursAtRest(clock);
        this.clock = clock;
    }

    /**
     * What SQL alone derives; pollution is added by its own package.
     *
     * @param trafficHourly false where the server keeps that table by itself
     */
    public static Map<Domain, DomainRollups> tables(boolean trafficHourly) {
        List<Derivation> traffic =
                trafficHourly
                        ? List.of(Derivations.TRAFFIC_10MIN, Derivations.TRAFFIC_HOURLY)
                        : List.of(Derivations.TRAFFIC_10MIN);
        return Map.of(
                Domain.TRAFFIC, new TableRollups(traffic, List.of(Derivations.TRAFFIC_DAILY)),
                Domain.WATER, new WaterRollups(),
                Domain.AGRICULTURE,
                        new TableRollups(List.of(), List.of(Derivations.AGRICULTURE_DAILY)),
                Domain.MARKET, new TableRollups(List.of(), List.of(Derivations.MARKET_DAILY)),
                Domain.WEATHER,
                        new TableRollups(
                                List.of(Derivations.WEATHER_HOURLY),
                                List.of(Derivations.WEATHER_DAILY)));
    }

    /**
     * Derives all hours that are marked, have ended and do not rest.
     *
     * @return how many
     */
    public int refresh() throws SQLException {
        int all = 0;
        int some;
        do {
            some = take();
            for (Domain domain : Domain.values()) {
                int batch;
                do {
                    batch = derive(domain);
                    all += batch;
                } while (batch == DERIVED_AT_ONCE);
            }
        } while (some == TAKEN_AT_ONCE);
        return all;
    }

    private int take() throws SQLException {
        Instant ended = clock.instant().minus(AFTER_HOUR);
        try (Connection connection = database.getConnection();
                PreparedStatement take = taking(ended).prepare(connection);
                PreparedStatement stamp = connection.prepareStatement(STAMP)) {
            int taken = take.executeUpdate();
            stamp.executeUpdate();
            return taken;
        }
    }

    private Sql taking(Instant ended) {
        List<Hour> resting = rests.now();
        return Sql.of(
                TAKE,
                ended,
                resting.stream().map(hour -> hour.domain().word()).toList(),
                resting.stream().map(hour -> hour.start().toString()).toList(),
                TAKEN_AT_ONCE);
    }

    private int derive(Domain domain) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Instant start = clock.instant();
                List<Mark> marks = next(domain, connection);
                if (!marks.isEmpty()) {
                    derive(domain, marks, connection);
                }
                connection.commit();
                count(domain, marks, Duration.between(start, clock.instant()));
                return marks.size();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** What a batch took, shared out to its hours by their marks. */
    private void count(Domain domain, List<Mark> marks, Duration spent) {
        for (Mark mark : marks) {
            rests.spent(new Hour(domain, mark.hour()), spent.dividedBy(marks.size()));
        }
    }

    private static List<Mark> next(Domain domain, Connection connection) throws SQLException {
        List<Mark> marks = new ArrayList<>();
        try (PreparedStatement statement =
                        Sql.of(NEXT, domain.word(), DERIVED_AT_ONCE).prepare(connection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                marks.add(new Mark(row.getString(1), time(row, 2)));
            }
        }
        return marks;
    }

    private void derive(Domain domain, List<Mark> marks, Connection connection)
            throws SQLException {
        List<Dropped> dropped = dropped(domain, connection);
        List<Mark> kept =
                marks.stream()
                        .filter(mark -> dropped.stream().noneMatch(range -> range.holds(mark)))
                        .toList();
        Objects.requireNonNull(rollups.get(domain)).derive(kept, connection);
        Sql archive =
                Sql.of(
                        ARCHIVE,
                        domain.word(),
                        clock.instant(),
                        kept.stream().map(mark -> mark.hour().toString()).distinct().toList());
        try (PreparedStatement statement = archive.prepare(connection)) {
            statement.executeUpdate();
        }
    }

    /** A stretch whose rows were dropped once archived: its derived rows are final. */
    private record Dropped(Instant from, Instant until) {
        private boolean holds(Mark mark) {
            return !mark.hour().isBefore(from) && mark.hour().isBefore(until);
        }
    }

    private static List<Dropped> dropped(Domain domain, Connection connection) throws SQLException {
        try (PreparedStatement statement = Sql.of(DROPPED, domain.word()).prepare(connection);
                ResultSet row = statement.executeQuery()) {
            List<Dropped> dropped = new ArrayList<>();
            while (row.next()) {
                dropped.add(new Dropped(time(row, 1), time(row, 2)));
            }
            return dropped;
        }
    }

    private static Instant time(ResultSet row, int at) throws SQLException {
        return row.getObject(at, OffsetDateTime.class).toInstant();
    }

    /** Marked hours that have ended and are not derived yet. */
    public long waiting() throws SQLException {
        Sql query =
                Sql.of(
                        "SELECT (SELECT count(*) FROM (SELECT FROM touched_hours WHERE hour <= ?"
                                + " LIMIT 100000) marks) + (SELECT count(*) FROM taken_hours)",
                        clock.instant().minus(AFTER_HOUR));
        try (Connection connection = database.getConnection();
                PreparedStatement statement = query.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}

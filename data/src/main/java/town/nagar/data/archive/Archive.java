package town.nagar.data.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.contracts.Domain;
import town.nagar.data.history.Measurements;
import town.nagar.data.history.Sql;
import town.nagar.kit.objects.ObjectStore;
import town.nagar.norms.time.Ist;

/**
 * Writes raw rows to object storage: an object for each closed Indian hour, one for the day once
 * that has ended, written again when late rows touch it.
 *
 * <p>Keys: {@code raw-data/traffic/2026/02/06/sensor-dumps/traffic_20260206_08.parquet}, then
 * {@code …/traffic_20260206.parquet}. The catalogue is the table {@code archive_objects}.
 */
public final class Archive {
    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);
    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /** How long a day's hours stay apart after its end: late rows come mostly before. */
    private static final Duration COMPACT_AFTER = Duration.ofHours(2);

    /** How long an hour's rows must have stayed as they are: late rows come in flocks. */
    private static final Duration SETTLED_AFTER = Duration.ofMinutes(10);

    private static final int MARKS_AT_ONCE = 2000;

    private final DataSource database;
    private final Map<Domain, Measurements> tables;
    private final ObjectStore objects;
    private final Path scratch;
    private final InstantSource clock;

    public Archive(
            DataSource database,
            Map<Domain, Measurements> tables,
            ObjectStore objects,
            Path scratch,
            InstantSource clock) {
        this.database = database;
        this.tables = Map.copyOf(tables);
        this.objects = objects;
        this.scratch = scratch;
        this.clock = clock;
    }

    /** A stretch of a domain's rows that makes one object. */
    record Stretch(Domain domain, Instant from, Duration length) {
        Instant until() {
            return from.plus(length);
        }

        boolean isDay() {
            return length.equals(DAY);
        }

        String key() {
            String pattern =
                    "'raw-data/%1$s/'yyyy/MM/dd'/sensor-dumps/%1$s_'yyyyMMdd%2$s'.parquet'"
                            .formatted(domain.word(), isDay() ? "" : "_HH");
            return DateTimeFormatter.ofPattern(pattern).withZone(INDIA).format(from);
        }
    }

    private record Mark(Domain domain, Instant hour, Instant markedAt) {
        private Instant day() {
            return Instant.ofEpochMilli(Ist.day(hour.toEpochMilli()));
        }
    }

    /**
     * Archives what is marked and has not changed for ten minutes, then what days have ended.
     *
     * @return the keys written
     * @throws software.amazon.awssdk.core.exception.SdkException if the store is away; what is
     *     marked stays marked
     */
    public List<String> archive() throws SQLException, IOException {
        List<String> keys = new ArrayList<>();
        Map<Stretch, List<Mark>> due = new LinkedHashMap<>();
        for (Mark mark : marks()) {
            due.computeIfAbsent(stretch(mark), stretch -> new ArrayList<>()).add(mark);
        }
        for (Map.Entry<Stretch, List<Mark>> entry : due.entrySet()) {
            write(entry.getKey());
            keys.add(entry.getKey().key());
            done(entry.getValue());
        }
        for (Stretch day : daysInHours()) {
            write(day);
            keys.add(day.key());
        }
        return keys;
    }

    private Stretch stretch(Mark mark) {
        return mark.day().plus(DAY).plus(COMPACT_AFTER).isAfter(clock.instant())
                ? new Stretch(mark.domain(), mark.hour(), HOUR)
                : new Stretch(mark.domain(), mark.day(), DAY);
    }

    private List<Mark> marks() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        Sql.of(
                                        "SELECT domain, hour, marked_at FROM archive_marks"
                                                + " WHERE marked_at <= ?"
                                                + " ORDER BY hour, domain LIMIT ?",
                                        clock.instant().minus(SETTLED_AFTER),
                                        MARKS_AT_ONCE)
                                .prepare(connection);
                ResultSet row = statement.executeQuery()) {
            List<Mark> marks = new ArrayList<>();
            while (row.next()) {
                marks.add(new Mark(Domain.of(row.getString(1)), time(row, 2), time(row, 3)));
            }
            return marks;
        }
    }

    private static Instant time(ResultSet row, int at) throws SQLException {
        return row.getObject(at, OffsetDateTime.class).toInstant();
    }

    /** Days that ended and still lie in hours. */
    private List<Stretch> daysInHours() throws SQLException {
        Sql query =
                Sql.of(
                        "SELECT domain, hour_from FROM archive_objects"
                                + " WHERE hour_until - hour_from < INTERVAL '1 day'"
                                + " AND hour_from < ?",
                        clock.instant().minus(COMPACT_AFTER));
        try (Connection connection = database.getConnection();
                PreparedStatement statement = query.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            List<Stretch> days = new ArrayList<>();
            while (row.next()) {
                Mark mark = new Mark(Domain.of(row.getString(1)), time(row, 2), Instant.EPOCH);
                Stretch day = stretch(mark);
                if (day.isDay() && !days.contains(day)) {
                    days.add(day);
                }
            }
            return days;
        }
    }

    private void write(Stretch stretch) throws SQLException, IOException {
        Files.createDirectories(scratch);
        Path file = Files.createTempFile(scratch, "archive-", ".parquet");
        try (Connection connection = database.getConnection()) {
            long rows = export(stretch, file, connection);
            objects.put(stretch.key(), file);
            catalogue(stretch, rows, file, connection);
            if (stretch.isDay()) {
                removeHours(stretch, connection);
            }
            LOG.info("archived key={} rows={}", stretch.key(), rows);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private long export(Stretch stretch, Path file, Connection connection)
            throws SQLException, IOException {
        Measurements of = Optional.ofNullable(tables.get(stretch.domain())).orElseThrow();
        Sql query =
                Sql.of(
                        "SELECT %s FROM %s WHERE time >= ? AND time < ? ORDER BY %s, time"
                                .formatted(columns(of, connection), of.table(), of.sensorColumn()),
                        stretch.from(),
                        stretch.until());
        connection.setAutoCommit(false); // rows come in portions
        try (PreparedStatement statement = query.prepare(connection)) {
            statement.setFetchSize(5000);
            try (ResultSet rows = statement.executeQuery()) {
                return Parquet.write(rows, file, scratch);
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** All columns but the location, which lat and lon say already. */
    private static String columns(Measurements of, Connection connection) throws SQLException {
        Sql query =
                Sql.of(
                        "SELECT quote_ident(attname) FROM pg_attribute"
                                + " WHERE attrelid = ?::regclass AND attnum > 0"
                                + " AND NOT attisdropped AND attname <> 'location' ORDER BY attnum",
                        of.table());
        try (PreparedStatement statement = query.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            List<String> columns = new ArrayList<>();
            while (row.next()) {
                columns.add(row.getString(1));
            }
            return columns.stream().collect(Collectors.joining(", "));
        }
    }

    private void catalogue(Stretch stretch, long rows, Path file, Connection connection)
            throws SQLException, IOException {
        Sql insert =
                Sql.of(
                        "INSERT INTO archive_objects (key, domain, hour_from, hour_until, rows,"
                                + " bytes, sha256, exported_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                                + " ON CONFLICT (key) DO UPDATE SET (rows, bytes, sha256,"
                                + " exported_at) = (excluded.rows, excluded.bytes,"
                                + " excluded.sha256, excluded.exported_at)",
                        stretch.key(),
                        stretch.domain().word(),
                        stretch.from(),
                        stretch.until(),
                        rows,
                        Files.size(file),
                        sha256(file),
                        clock.instant());
        try (PreparedStatement statement = insert.prepare(connection)) {
            statement.executeUpdate();
        }
    }

    /** The file's SHA-256 in hexadecimal. */
    static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest =
                        new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.skipNBytes(Files.size(file));
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }

    private void removeHours(Stretch day, Connection connection) throws SQLException {
        for (Instant hour = day.from(); hour.isBefore(day.until()); hour = hour.plus(HOUR)) {
            String key = new Stretch(day.domain(), hour, HOUR).key();
            Sql delete = Sql.of("DELETE FROM archive_objects WHERE key = ? RETURNING key", key);
            try (PreparedStatement statement = delete.prepare(connection);
                    ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    objects.remove(key);
                }
            }
        }
    }

    /** An hour that was marked again meanwhile stays marked. */
    private void done(List<Mark> marks) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(
                                "DELETE FROM archive_marks"
                                        + " WHERE domain = ? AND hour = ? AND marked_at = ?")) {
            for (Mark mark : marks) {
                statement.setString(1, mark.domain().word());
                statement.setObject(2, OffsetDateTime.ofInstant(mark.hour(), ZoneOffset.UTC));
                statement.setObject(3, OffsetDateTime.ofInstant(mark.markedAt(), ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}

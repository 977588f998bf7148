package town.nagar.forecast.featurestore.offline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.duckdb.DuckDBAppender;
import town.nagar.forecast.feature.FeatureView;
import town.nagar.forecast.featurestore.row.EntityRow;
import town.nagar.forecast.featurestore.row.FeatureValue;
import town.nagar.kit.objects.ObjectStore;

/**
 * Rows of features in Parquet on the object store.
 *
 * <p>Keys: {@code features/view=traffic_vehicle_count/date=2026-02-06/080003-….parquet}, by the
 * time in UTC at which the rows were known; no key is ever given to other rows. Of a day that has
 * ended, {@code day-….parquet} holds all rows of a version of the view: see {@link Compaction}.
 */
public final class OfflineStore implements AutoCloseable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HHmmss").withZone(ZoneOffset.UTC);

    private final ObjectStore objects;
    private final Path scratch;

    /**
     * A store.
     *
     * @param scratch a folder for files that are being made
     */
    public OfflineStore(ObjectStore objects, Path scratch) {
        this.objects = objects;
        this.scratch = scratch;
    }

    /**
     * Keeps rows, an object a day.
     *
     * @param created when they were written
     * @return the keys
     * @throws software.amazon.awssdk.core.exception.SdkException if the store is away
     */
    public List<String> write(FeatureView view, List<EntityRow> rows, Instant created)
            throws IOException, SQLException {
        Map<LocalDate, List<EntityRow>> days = new TreeMap<>();
        for (EntityRow row : rows) {
            LocalDate day = LocalDate.ofInstant(row.at(), ZoneOffset.UTC);
            days.computeIfAbsent(day, _ -> new ArrayList<>()).add(row);
        }
        List<String> keys = new ArrayList<>();
        for (Map.Entry<LocalDate, List<EntityRow>> day : days.entrySet()) {
            String name = name(day.getValue(), created);
            String key = new RowsKey(view.name(), day.getKey(), name).words();
            try (Duck duck = Duck.open(scratch)) {
                objects.put(key, file(view, day.getValue(), created, duck));
            }
            keys.add(key);
        }
        return keys;
    }

    private static String name(List<EntityRow> rows, Instant created) {
        byte[] words = (created + " " + rows).getBytes(StandardCharsets.UTF_8);
        return TIME.format(rows.getFirst().at()) + "-" + UUID.nameUUIDFromBytes(words);
    }

    private static Path file(FeatureView view, List<EntityRow> rows, Instant created, Duck duck)
            throws SQLException {
        duck.run("CREATE TABLE rows (" + Duck.columns(view) + ")");
        try (DuckDBAppender appender = duck.appender("rows")) {
            for (EntityRow row : rows) {
                appender.beginRow();
                Duck.append(row.entity(), appender);
                appender.append(Duck.time(row.at()));
                appender.append(Duck.time(created));
                appender.append(view.version());
                for (FeatureValue value : row.values()) {
                    Duck.append(value, appender);
                }
                appender.endRow();
            }
        }
        Path file = duck.folder().resolve("rows.parquet");
        duck.run("COPY rows TO %s (FORMAT parquet, COMPRESSION zstd)".formatted(Duck.text(file)));
        return file;
    }

    /**
     * Copies the files that have the rows of a view's days into a database's folder; none has rows
     * of another.
     *
     * @throws TooManyFiles if there are more than {@code most}
     */
    List<Path> copy(FeatureView view, LocalDate from, LocalDate until, int most, Duck duck)
            throws IOException, SQLException {
        List<RowsKey> keys =
                objects.list(RowsKey.prefix(view.name())).stream()
                        .flatMap(object -> RowsKey.find(object.key()).stream())
                        .filter(key -> !key.day().isBefore(from) && !key.day().isAfter(until))
                        .toList();
        List<RowsKey> days = keys.stream().filter(key -> key.isOf(view.version())).toList();
        requireAtMost(most, days.size());
        List<Path> files =
                new ArrayList<>(copies(days, objects, duck.folder().resolve("days")).values());
        Set<String> held = DayFile.held(files, duck);
        List<RowsKey> pieces =
                keys.stream()
                        .filter(RowsKey::isPiece)
                        .filter(key -> !held.contains(key.words()))
                        .toList();
        requireAtMost(most, files.size() + pieces.size());
        files.addAll(copies(pieces, objects, duck.folder().resolve("pieces")).values());
        return files;
    }

    private static void requireAtMost(int most, int files) throws TooManyFiles {
        if (files > most) {
            throw new TooManyFiles(files, most);
        }
    }

    /** Copies objects into a folder that is not there yet. */
    static Map<RowsKey, Path> copies(List<RowsKey> keys, ObjectStore objects, Path folder)
            throws IOException {
        Files.createDirectory(folder);
        Map<RowsKey, Path> files = new LinkedHashMap<>();
        for (RowsKey key : keys) {
            Path file = folder.resolve(files.size() + ".parquet");
            objects.get(key.words(), file);
            files.put(key, file);
        }
        return files;
    }

    /** More of the past is asked for than is read in one go. */
    public static final class TooManyFiles extends IOException {
        private static final long serialVersionUID = 1L;

        private TooManyFiles(int files, int most) {
            super(
                    "%d files are to be read, at most %d at once; ask for a shorter time"
                            .formatted(files, most));
        }
    }

    ObjectStore objects() {
        return objects;
    }

    Path scratch() {
        return scratch;
    }

    @Override
    public void close() {
        objects.close();
    }
}

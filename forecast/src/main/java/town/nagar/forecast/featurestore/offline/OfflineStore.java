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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.duckdb.DuckDBAppender;
import town.nagar.forecast.feature.FeatureView;
import town.nagar.forecast.featurestore.row.EntityRow;
import town.nagar.forecast.featurestore.row.FeatureValue;
import town.nagar.kit.objects.ObjectStore;

/**
 * Rows of features in Parquet on the object store, where they stay.
 *
 * <p>Keys: {@code features/view=traffic_vehicle_count/date=2026-02-06/080003-….parquet}, by the
 * time in UTC at which the rows were known. What is written again in the same words has the same
 * key.
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

    static String prefix(FeatureView view) {
        return "features/view=%s/date=".formatted(view.name());
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
            String key = prefix(view) + day.getKey() + "/" + name(day.getValue()) + ".parquet";
            try (Duck duck = Duck.open(scratch)) {
                objects.put(key, file(view, day.getValue(), created, duck));
            }
            keys.add(key);
        }
        return keys;
    }

    private static String name(List<EntityRow> rows) {
        UUID words = UUID.nameUUIDFromBytes(rows.toString().getBytes(StandardCharsets.UTF_8));
        return TIME.format(rows.getFirst().at()) + "-" + words;
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
     * Copies the files of a view's days into a folder.
     *
     * @throws TooManyFiles if there are more than {@code most}
     */
    List<Path> copy(FeatureView view, LocalDate from, LocalDate until, int most, Path folder)
            throws IOException {
        List<String> keys = new ArrayList<>();
        int start = prefix(view).length();
        for (ObjectStore.Stored object : objects.list(prefix(view))) {
            String date = object.key().substring(start, start + from.toString().length());
            if (date.compareTo(from.toString()) >= 0 && date.compareTo(until.toString()) <= 0) {
                keys.add(object.key());
            }
        }
        if (keys.size() > most) {
            throw new TooManyFiles(keys.size(), most);
        }
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (String key : keys) {
            Path file = folder.resolve(files.size() + ".parquet");
            objects.get(key, file);
            files.add(file);
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

    Path scratch() {
        return scratch;
    }

    @Override
    public void close() {
        objects.close();
    }
}

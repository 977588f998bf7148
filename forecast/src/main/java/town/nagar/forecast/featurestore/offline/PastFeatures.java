package town.nagar.forecast.featurestore.offline;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import town.nagar.forecast.feature.Feature;
import town.nagar.forecast.feature.FeatureRef;
import town.nagar.forecast.feature.FeatureView;
import town.nagar.forecast.featurestore.row.FeatureValue;
import town.nagar.forecast.featurestore.row.Found;

/**
 * What was known of entities at past times: of each feature the newest row not after the time
 * asked, none older than the view's time to live, and of the view's present version alone.
 */
public final class PastFeatures {
    private static final int MOST_FILES = 2000;

    private final OfflineStore store;

    public PastFeatures(OfflineStore store) {
        this.store = store;
    }

    /** An entity and the time at which it is looked at. */
    public record Moment(FeatureValue entity, Instant at) {}

    /**
     * Joins features of one view to entities at times.
     *
     * @param moments at least one
     * @return for each moment what was known of each feature, in the order asked
     * @throws OfflineStore.TooManyFiles if the times span too much
     * @throws software.amazon.awssdk.core.exception.SdkException if the object store is away
     */
    public List<List<Found>> join(List<FeatureRef> features, List<Moment> moments)
            throws IOException, SQLException {
        FeatureView view = features.getFirst().view();
        try (Duck duck = Duck.open(store.scratch())) {
            List<Path> files = files(view, moments, duck);
            if (files.isEmpty()) {
                return moments.stream()
                        .map(_ -> features.stream().map(_ -> Found.NOTHING).toList())
                        .toList();
            }
            fill(view, moments, duck);
            try (Statement statement = duck.connection().createStatement();
                    ResultSet rows = statement.executeQuery(sql(view, features, files))) {
                List<List<Found>> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(found(features, moments.get(found.size()).at(), rows));
                }
                return found;
            }
        }
    }

    private List<Path> files(FeatureView view, List<Moment> moments, Duck duck)
            throws IOException, SQLException {
        Instant first = Instant.MAX;
        Instant last = Instant.MIN;
        for (Moment moment : moments) {
            first = moment.at().isBefore(first) ? moment.at() : first;
            last = moment.at().isAfter(last) ? moment.at() : last;
        }
        return store.copy(
                view,
                LocalDate.ofInstant(first.minus(view.ttl()), ZoneOffset.UTC),
                LocalDate.ofInstant(last, ZoneOffset.UTC),
                MOST_FILES,
                duck);
    }

    private static void fill(FeatureView view, List<Moment> moments, Duck duck)
            throws SQLException {
        duck.run(
                "CREATE TABLE asked (place INTEGER, %s, moment TIMESTAMPTZ)"
                        .formatted(Duck.key(view.entity())));
        duck.run("CREATE TABLE known (" + Duck.columns(view) + ")");
        try (DuckDBAppender appender = duck.appender("asked")) {
            int place = 0;
            for (Moment moment : moments) {
                appender.beginRow();
                appender.append(place++);
                Duck.append(moment.entity(), appender);
                appender.append(Duck.time(moment.at()));
                appender.endRow();
            }
        }
    }

    /** Of rows of one entity and time, the one written last counts. */
    private static String sql(FeatureView view, List<FeatureRef> features, List<Path> files) {
        String key = Duck.quoted(view.entity().joinKey());
        return """
        WITH all_rows AS (
          SELECT * FROM known
          UNION ALL BY NAME
          SELECT * FROM read_parquet([%1$s], union_by_name = true, hive_partitioning = false)),
        newest AS (
          SELECT * FROM all_rows WHERE view_version = '%2$s'
          QUALIFY row_number() OVER (PARTITION BY %3$s, event_timestamp ORDER BY created DESC) = 1)
        SELECT newest.event_timestamp, %4$s
        FROM asked ASOF LEFT JOIN newest
          ON asked.%3$s = newest.%3$s AND asked.moment >= newest.event_timestamp
        ORDER BY asked.place
        """
                .formatted(
                        DayFile.texts(files),
                        view.version(),
                        key,
                        features.stream()
                                .map(ref -> "newest." + Duck.quoted(ref.feature().name()))
                                .collect(Collectors.joining(", ")));
    }

    private static List<Found> found(List<FeatureRef> features, Instant asked, ResultSet row)
            throws SQLException {
        Optional<Instant> at =
                Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant);
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            FeatureRef ref = features.get(i);
            if (at.isEmpty()) {
                found.add(Found.NOTHING);
            } else {
                FeatureValue value = value(ref.feature().type(), i + 2, row);
                found.add(Found.judged(ref.feature(), value, at.get(), asked, ref.view().ttl()));
            }
        }
        return found;
    }

    private static FeatureValue value(Feature.Type type, int column, ResultSet row)
            throws SQLException {
        FeatureValue value =
                switch (type) {
                    case FLOAT -> new FeatureValue.Single(row.getFloat(column));
                    case DOUBLE -> new FeatureValue.Real(row.getDouble(column));
                    case INT64 -> new FeatureValue.Whole(row.getLong(column));
                    case BOOL -> new FeatureValue.Truth(row.getBoolean(column));
                    case STRING ->
                            new FeatureValue.Text(
                                    Optional.ofNullable(row.getString(column)).orElse(""));
                };
        return row.wasNull() ? FeatureValue.missing() : value;
    }
}

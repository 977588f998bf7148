package town.nagar.forecast.featurestore;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import software.amazon.awssdk.core.exception.SdkException;
import town.nagar.forecast.feature.Definitions;
import town.nagar.forecast.feature.Feature;
import town.nagar.forecast.feature.FeatureView;
import town.nagar.forecast.featurestore.offline.OfflineStore;
import town.nagar.forecast.featurestore.online.OnlineStore;
import town.nagar.forecast.featurestore.online.OnlineStore.StoreAway;
import town.nagar.forecast.featurestore.row.EntityRow;
import town.nagar.forecast.featurestore.row.FeatureValue;
import town.nagar.kit.http.ApiException;

/**
 * {@code POST /push}: features that somebody else computes, as Feast's feature server takes them.
 */
@RestController
final class PushRoute {
    static final String PATH = "/push";
    private static final int MOST_ROWS = 10_000;
    private static final int RETRY_SECONDS = 5;
    private static final String DF = "df";
    private static final String TIME = "event_timestamp";
    private static final Set<String> ONLINE = Set.of("online", "both", "online_and_offline");
    private static final Set<String> OFFLINE = Set.of("offline", "both", "online_and_offline");

    private final Supplier<Definitions> definitions;
    private final OnlineStore online;
    private final OfflineStore offline;
    private final InstantSource clock;

    PushRoute(
            Supplier<Definitions> definitions,
            OnlineStore online,
            OfflineStore offline,
            InstantSource clock) {
        this.definitions = definitions;
        this.online = online;
        this.offline = offline;
        this.clock = clock;
    }

    /** Feast answers {@code null}. */
    @PostMapping(
            path = PATH,
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE})
    ResponseEntity<String> push(@RequestBody byte[] body) {
        JsonNode json = FeastJson.read(body);
        String to = json.path("to").asText("online");
        if (!ONLINE.contains(to) && !OFFLINE.contains(to)) {
            Set<String> allowed = new TreeSet<>(ONLINE);
            allowed.addAll(OFFLINE);
            throw ApiException.invalidParameter("to", to, allowed);
        }
        for (FeatureView view : views(json.path("push_source_name").asText(""))) {
            List<EntityRow> rows = rows(view, json);
            if (OFFLINE.contains(to)) {
                keepOffline(view, rows);
            }
            if (ONLINE.contains(to)) {
                keepOnline(view, rows);
            }
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body("null");
    }

    private List<FeatureView> views(String name) {
        List<FeatureView> views = definitions.get().ofPushSource(name);
        if (views.isEmpty()) {
            Set<String> known = new TreeSet<>();
            definitions.get().pushSources().forEach(source -> known.add(source.name()));
            throw ApiException.invalidParameter("push_source_name", name, known);
        }
        return views;
    }

    /** The rows of a table of columns, each value checked by its definition. */
    private static List<EntityRow> rows(FeatureView view, JsonNode json) {
        TreeSet<String> allowed = new TreeSet<>(Set.of(TIME, "created"));
        allowed.add(view.entity().joinKey());
        view.kept().forEach(feature -> allowed.add(feature.name()));
        FeastJson.onlyColumns(json, DF, allowed);
        List<Instant> times = FeastJson.times(json, DF, TIME);
        List<List<FeatureValue>> columns = new ArrayList<>();
        columns.add(column(json, view.entity().joinKey(), view.entity().type(), times.size()));
        for (Feature feature : view.kept()) {
            columns.add(checked(feature, json, times.size()));
        }
        List<EntityRow> rows = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            int row = i;
            List<FeatureValue> values = columns.stream().map(column -> column.get(row)).toList();
            if (values.getFirst() instanceof FeatureValue.Missing) {
                throw ApiException.invalidParameter(
                        "df.%s[%d]".formatted(view.entity().joinKey(), i), "null", "given");
            }
            rows.add(
                    new EntityRow(
                            values.getFirst(), times.get(i), values.subList(1, values.size())));
        }
        return rows;
    }

    private static List<FeatureValue> column(
            JsonNode json, String name, Feature.Type type, int rows) {
        List<FeatureValue> values = FeastJson.column(json, DF, name, type);
        if (values.size() != rows || rows == 0 || rows > MOST_ROWS) {
            throw ApiException.invalidParameter(
                    "df." + name,
                    values.size() + " values",
                    "1 to %d values, as many as event_timestamp has".formatted(MOST_ROWS));
        }
        return values;
    }

    private static List<FeatureValue> checked(Feature feature, JsonNode json, int rows) {
        List<FeatureValue> values = column(json, feature.name(), feature.type(), rows);
        for (int i = 0; i < values.size(); i++) {
            Optional<String> wrong = feature.complaint(values.get(i).number());
            if (wrong.isPresent()) {
                throw ApiException.invalidParameter(
                        "df.%s[%d]".formatted(feature.name(), i),
                        String.valueOf(FeastJson.plain(values.get(i))),
                        "as defined: " + wrong.get());
            }
        }
        return values;
    }

    private void keepOffline(FeatureView view, List<EntityRow> rows) {
        try {
            offline.write(view, rows, clock.instant());
        } catch (IOException | SQLException | SdkException e) {
            throw away("offline", e);
        }
    }

    private void keepOnline(FeatureView view, List<EntityRow> rows) {
        try {
            online.write(view, rows);
        } catch (StoreAway e) {
            throw away("online", e);
        }
    }

    private static ApiException away(String store, Exception cause) {
        ApiException away =
                ApiException.unavailable(
                        "The store of %s features does not answer; push again".formatted(store),
                        RETRY_SECONDS);
        away.initCause(cause);
        return away;
    }
}

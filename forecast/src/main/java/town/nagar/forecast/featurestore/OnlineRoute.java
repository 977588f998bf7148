package town.nagar.forecast.featurestore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import town.nagar.forecast.feature.Definitions;
import town.nagar.forecast.feature.FeatureRef;
import town.nagar.forecast.feature.FeatureView;
import town.nagar.forecast.featurestore.online.OnlineStore;
import town.nagar.forecast.featurestore.online.OnlineStore.StoreAway;
import town.nagar.forecast.featurestore.row.Found;
import town.nagar.kit.http.ApiException;

/** {@code POST /get-online-features}: the features of now, as Feast's feature server gives them. */
@RestController
final class OnlineRoute {
    static final String PATH = "/get-online-features";
    private static final int MOST_ENTITIES = 1000;
    private static final int RETRY_SECONDS = 5;

    private final Supplier<Definitions> definitions;
    private final OnlineStore store;

    OnlineRoute(Supplier<Definitions> definitions, OnlineStore store) {
        this.definitions = definitions;
        this.store = store;
    }

    /** Python's clients name no type of their JSON; such a body counts as bytes. */
    @PostMapping(
            path = PATH,
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE})
    Map<String, Object> features(@RequestBody byte[] body) {
        FeatureQuestion question =
                FeatureQuestion.of(FeastJson.read(body), definitions.get(), MOST_ENTITIES);
        Map<FeatureRef, List<Found>> columns = new HashMap<>();
        try {
            for (Map.Entry<FeatureView, List<FeatureRef>> view : question.byView().entrySet()) {
                List<List<Found>> rows =
                        store.read(view.getValue(), question.entities(view.getKey()));
                columns.putAll(columns(view.getValue(), rows));
            }
        } catch (StoreAway e) {
            ApiException away =
                    ApiException.unavailable(
                            "The store of online features does not answer", RETRY_SECONDS);
            away.initCause(e);
            throw away;
        }
        return FeastJson.answer(question, inOrder(question, columns));
    }

    /** Rows of entities as columns of features. */
    static Map<FeatureRef, List<Found>> columns(List<FeatureRef> features, List<List<Found>> rows) {
        Map<FeatureRef, List<Found>> columns = new HashMap<>();
        for (int i = 0; i < features.size(); i++) {
            List<Found> column = new ArrayList<>(rows.size());
            for (List<Found> row : rows) {
                column.add(row.get(i));
            }
            columns.put(features.get(i), column);
        }
        return columns;
    }

    static List<List<Found>> inOrder(
            FeatureQuestion question, Map<FeatureRef, List<Found>> columns) {
        return question.features().stream()
                .map(ref -> columns.getOrDefault(ref, List.of()))
                .toList();
    }
}

package town.nagar.forecast.featurestore;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import software.amazon.awssdk.core.exception.SdkException;
import town.nagar.forecast.feature.Definitions;
import town.nagar.forecast.feature.FeatureRef;
import town.nagar.forecast.feature.FeatureView;
import town.nagar.forecast.featurestore.offline.OfflineStore.TooManyFiles;
import town.nagar.forecast.featurestore.offline.PastFeatures;
import town.nagar.forecast.featurestore.offline.PastFeatures.Moment;
import town.nagar.forecast.featurestore.row.FeatureValue;
import town.nagar.forecast.featurestore.row.Found;
import town.nagar.kit.http.ApiException;
import town.nagar.kit.http.Query;

/** {@code /v1/features}: what is defined, and what was known at past times. */
@RestController
final class FeaturesRoute {
    static final String HISTORY = "/v1/features/history";
    private static final int MOST_MOMENTS = 10_000;
    private static final int RETRY_SECONDS = 5;

    private final Supplier<Definitions> definitions;
    private final PastFeatures past;
    private final String project;
    private final Semaphore turns = new Semaphore(2);

    FeaturesRoute(Supplier<Definitions> definitions, PastFeatures past, String project) {
        this.definitions = definitions;
        this.past = past;
        this.project = project;
    }

    @GetMapping("/v1/features")
    Map<String, Object> list(HttpServletRequest request) {
        Query.of(request);
        return DefinitionsJson.of(definitions.get(), project);
    }

    /** Features as they were known at the time of each row, and not later. */
    @PostMapping(path = HISTORY, consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> history(@RequestBody byte[] body) {
        JsonNode json = FeastJson.read(body);
        FeatureQuestion question = FeatureQuestion.of(json, definitions.get(), MOST_MOMENTS);
        List<Instant> times = FeastJson.times(json, "entities", "event_timestamp");
        Map<FeatureRef, List<Found>> columns = new HashMap<>();
        for (Map.Entry<FeatureView, List<FeatureRef>> view : question.byView().entrySet()) {
            List<Moment> moments = moments(question.entities(view.getKey()), times);
            columns.putAll(OnlineRoute.columns(view.getValue(), joined(view.getValue(), moments)));
        }
        return FeastJson.answer(question, OnlineRoute.inOrder(question, columns));
    }

    private static List<Moment> moments(List<FeatureValue> entities, List<Instant> times) {
        if (entities.size() != times.size()) {
            throw ApiException.invalidParameter(
                    "entities.event_timestamp",
                    times.size() + " values",
                    "one an entity: " + entities.size());
        }
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            moments.add(new Moment(entities.get(i), times.get(i)));
        }
        return moments;
    }

    /** Few at a time: each takes memory and a core. */
    private List<List<Found>> joined(List<FeatureRef> features, List<Moment> moments) {
        if (!turns.tryAcquire()) {
            throw ApiException.unavailable(
                    "Other histories are being put together; ask again", RETRY_SECONDS);
        }
        try {
            return past.join(features, moments);
        } catch (TooManyFiles e) {
            throw new ApiException(
                    400, "TOO_MUCH", String.valueOf(e.getMessage()), Map.of(), Map.of());
        } catch (IOException | SQLException | SdkException e) {
            ApiException away =
                    ApiException.unavailable(
                            "The store of past features does not answer", RETRY_SECONDS);
            away.initCause(e);
            throw away;
        } finally {
            turns.release();
        }
    }
}

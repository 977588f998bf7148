package town.nagar.forecast.monitoring;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import town.nagar.forecast.serving.Measure;
import town.nagar.kit.http.ApiException;
import town.nagar.kit.http.Query;

/** {@code /v1/forecasts}: how good forecasts were, and what has moved. */
@RestController
final class QualityRoute {
    private static final int MOST_DAYS = 28;

    private final Comparisons comparisons;
    private final Episodes episodes;
    private final Wards wards;
    private final InstantSource clock;

    QualityRoute(Comparisons comparisons, Episodes episodes, Wards wards, InstantSource clock) {
        this.comparisons = comparisons;
        this.episodes = episodes;
        this.wards = wards;
        this.clock = clock;
    }

    private static Measure measure(Query query) {
        String name = query.find("measure").orElse("");
        return Measure.find(name)
                .filter(Measure::isMeasured)
                .orElseThrow(() ->
                        ApiException.invalidParameter(
                                "measure",
                                name,
                                Arrays.stream(Measure.values())
                                        .filter(Measure::isMeasured)
                                        .map(Measure::model)
                                        .toList()));
    }

    @GetMapping("/v1/forecasts/quality")
    Map<String, Object> quality(HttpServletRequest request) {
        Query query = Query.of(request, "measure", "days", "version");
        Measure measure = measure(query);
        int days = query.integer("days", 7, 1, MOST_DAYS);
        Optional<String> version = query.find("version");
        Selection which =
                version.isPresent()
                        ? new Selection.OfVersion(version.get())
                        : new Selection.Shown();
        Instant now = clock.instant();
        Instant since = now.minus(Duration.ofDays(days));
        Map<String, Object> json = head(measure, since, now);
        json.put("of", version.map("version %s"::formatted).orElse("what was shown"));
        Review review = Review.of(comparisons, measure, which, since, now);
        json.putAll(QualityJson.review(measure, review, wards));
        return json;
    }

    private static Map<String, Object> head(Measure measure, Instant since, Instant now) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("measure", measure.model());
        json.put("unit", measure.unit());
        json.put("from", since.toString());
        json.put("until", now.toString());
        return json;
    }

    @GetMapping("/v1/forecasts/drift")
    Map<String, Object> drift(HttpServletRequest request) {
        Query query = Query.of(request, "measure", "days");
        Measure measure = measure(query);
        Instant now = clock.instant();
        Instant since = now.minus(Duration.ofDays(query.integer("days", 7, 1, MOST_DAYS)));
        Map<String, Object> json = head(measure, since, now);
        json.put("data", episodes.list(measure, since).stream().map(QualityJson::episode).toList());
        return json;
    }
}

package town.nagar.forecast.retraining;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import town.nagar.forecast.monitoring.Cause;
import town.nagar.forecast.serving.Measure;
import town.nagar.kit.http.ApiException;
import town.nagar.kit.http.Query;
import town.nagar.kit.keys.Caller;

/** {@code /v1/models/{name}/retrain}: a person asks for a new model, and what became of it. */
@RestController
final class RetrainRoute {
    private static final int MOST = 100;

    private final Retraining retraining;

    RetrainRoute(Retraining retraining) {
        this.retraining = retraining;
    }

    private static Measure measure(String name) {
        return Arrays.stream(Measure.values())
                .filter(each -> each.model().equals(name))
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("model that is trained here", name));
    }

    /** Why. */
    record Wish(@Nullable String reason) {}

    @PostMapping(path = "/v1/models/{name}/retrain", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> ask(
            @PathVariable String name, @RequestBody Wish wish, HttpServletRequest request) {
        Measure measure = measure(name);
        String why = Optional.ofNullable(wish.reason()).orElse("");
        if (why.isBlank()) {
            throw ApiException.invalidParameter("reason", why, "given and not blank");
        }
        boolean fresh = retraining.ask(measure, Cause.BY_HAND, Caller.of(request).name(), why);
        String status = "/v1/models/%s/retrainings".formatted(name);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("model", name);
        json.put("state", "waiting");
        json.put("joined", !fresh);
        json.put("status_url", status);
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .header(HttpHeaders.LOCATION, status)
                .body(json);
    }

    @GetMapping("/v1/models/{name}/retrainings")
    Map<String, Object> list(@PathVariable String name, HttpServletRequest request) {
        Query query = Query.of(request, "per_page");
        int most = query.integer("per_page", 20, 1, MOST);
        return Map.of(
                "data",
                retraining.list(measure(name), most).stream().map(RetrainRoute::json).toList());
    }

    private static Map<String, Object> json(Request one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", one.id());
        json.put("cause", one.cause().word());
        json.put("who", one.who());
        json.put("why", one.why());
        json.put("asked_at", one.askedAt().toString());
        json.put("state", one.state());
        one.end().ifPresent(at -> json.put("ended_at", at.toString()));
        json.put("outcome", one.outcome());
        return json;
    }
}

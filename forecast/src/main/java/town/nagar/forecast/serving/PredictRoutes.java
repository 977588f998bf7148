package town.nagar.forecast.serving;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import town.nagar.forecast.rollout.SplitKey;
import town.nagar.kit.http.ApiException;
import town.nagar.kit.http.RequestIds;
import town.nagar.kit.keys.Caller;

/** {@code POST /v1/predict/…}: what comes next at a place, one or many at a time. */
@RestController
final class PredictRoutes {
    private static final int MOST_IN_A_BATCH = 1000;
    private static final String RULE = "a list of 1 to %d objects".formatted(MOST_IN_A_BATCH);

    private final Predictor predictor;
    private final SplitKey split;
    private final MeterRegistry meters;

    PredictRoutes(Predictor predictor, SplitKey split, MeterRegistry meters) {
        this.predictor = predictor;
        this.split = split;
        this.meters = meters;
    }

    private Answers answers(HttpServletRequest request) {
        Caller caller = Caller.of(request);
        String name = caller.equals(Caller.ANYONE) ? "" : caller.name();
        return new Answers(predictor, place -> split.of(name, place));
    }

    @PostMapping("/v1/predict/traffic")
    Map<String, Object> traffic(@RequestBody Map<String, Object> body, HttpServletRequest request) {
        return timed("traffic", body, request);
    }

    @PostMapping("/v1/predict/pollution")
    Map<String, Object> pollution(
            @RequestBody Map<String, Object> body, HttpServletRequest request) {
        return timed("pollution", body, request);
    }

    @PostMapping("/v1/predict/water")
    Map<String, Object> water(@RequestBody Map<String, Object> body, HttpServletRequest request) {
        return timed("water", body, request);
    }

    @PostMapping("/v1/predict/crop-yield")
    Map<String, Object> cropYield(
            @RequestBody Map<String, Object> body, HttpServletRequest request) {
        return timed("crop-yield", body, request);
    }

    @PostMapping("/v1/predict/market-price")
    Map<String, Object> marketPrice(
            @RequestBody Map<String, Object> body, HttpServletRequest request) {
        return timed("market-price", body, request);
    }

    /** Many questions, each answered or refused by itself: 207 (Multi-Status). */
    @PostMapping("/v1/predict/batch")
    ResponseEntity<Map<String, Object>> batch(
            @RequestBody Map<String, Object> body, HttpServletRequest request) {
        Ask.of(body, "requests");
        if (!(body.get("requests") instanceof List<?> list)
                || list.isEmpty()
                || list.size() > MOST_IN_A_BATCH) {
            throw ApiException.invalidParameter("requests", "", RULE);
        }
        List<Object> results = new ArrayList<>();
        for (Object one : list) {
            results.add(one(one, request));
        }
        return ResponseEntity.status(207).body(Map.of("results", results));
    }

    private Map<String, Object> one(Object question, HttpServletRequest request) {
        Map<String, Object> result = new LinkedHashMap<>();
        try {
            if (!(question instanceof Map<?, ?> fields)) {
                throw ApiException.invalidParameter("requests", String.valueOf(question), RULE);
            }
            String kind = fields.get("type") instanceof String word ? word : "";
            Map<String, Object> answer = timed(kind, fields, request);
            result.put("status", 200);
            result.put("body", answer);
        } catch (ApiException e) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("code", e.code());
            error.put("message", String.valueOf(e.getMessage()));
            error.put("details", e.details());
            result.put("status", e.status());
            result.put("error", error);
        }
        return result;
    }

    private Map<String, Object> timed(String kind, Map<?, ?> body, HttpServletRequest request) {
        long started = System.nanoTime();
        Map<String, Object> said = answers(request).of(kind, body);
        long nanos = System.nanoTime() - started;
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("request_id", RequestIds.of(request));
        answer.putAll(said);
        answer.put("inference_time_ms", Math.rint(nanos / 1e4) / 100);
        Timer.builder("nagar.forecast.predict")
                .description("answers to predictions")
                .tag("kind", kind)
                .tag("degraded", String.valueOf(said.get("degraded")))
                .register(meters)
                .record(Duration.ofNanos(nanos));
        return answer;
    }
}

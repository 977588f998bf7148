package town.nagar.ingestion.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import town.nagar.contracts.Domain;
import town.nagar.ingestion.door.Door;
import town.nagar.ingestion.door.Intake;
import town.nagar.ingestion.door.Origin;
import town.nagar.ingestion.door.Route;
import town.nagar.ingestion.door.Schemas;
import town.nagar.ingestion.idempotency.Claim;
import town.nagar.ingestion.idempotency.Idempotency;
import town.nagar.ingestion.limits.RateLimits;
import town.nagar.kit.http.ApiException;
import town.nagar.kit.http.Query;
import town.nagar.kit.keys.Caller;

/** {@code /v1/ingest/{domain}}, {@code /v1/ingest/{domain}/batch}, {@code /v1/schemas/{domain}}. */
@RestController
public final class IngestRoutes {
    private static final int MAX_KEY = 200;

    private final RestSettings settings;
    private final Door door;
    private final RateLimits limits;
    private final Idempotency idempotency;
    private final JsonMapper json = JsonMapper.builder().build();

    public IngestRoutes(
            RestSettings settings, Door door, RateLimits limits, Idempotency idempotency) {
        this.settings = settings;
        this.door = door;
        this.limits = limits;
        this.idempotency = idempotency;
    }

    @GetMapping("/v1/schemas/{domain}")
    ResponseEntity<String> schema(@PathVariable("domain") String domain) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/schema+json"))
                .body(Schemas.of(known(domain)));
    }

    @PostMapping("/v1/ingest/{domain}")
    ResponseEntity<Map<String, Object>> single(
            @PathVariable("domain") String domain, HttpServletRequest request) throws IOException {
        Bodies.requireJson(request);
        Query.of(request);
        known(domain);
        String source = Caller.of(request).name();
        keepPace(source);
        byte[] body = Bodies.read(request, settings.maxSingleBytes());
        if (Bodies.isArray(body)) {
            throw invalidBody("An array goes to /v1/ingest/%s/batch".formatted(domain));
        }
        Intake intake = take(domain, source, body);
        ItemAnswer answer = ItemAnswer.of(intake.outcomes().getFirst());
        return switch (answer.status()) {
            case 422 -> throw refused(answer);
            case ItemAnswer.SEND_AGAIN -> throw unavailable();
            default -> ResponseEntity.status(answer.status()).body(answer.fields());
        };
    }

    private static Domain known(String domain) {
        return Domain.find(domain).orElseThrow(() -> ApiException.notFound("domain", domain));
    }

    private static ApiException invalidBody(String message) {
        return new ApiException(400, "INVALID_BODY", message, Map.of(), Map.of());
    }

    private static ApiException refused(ItemAnswer answer) {
        Map<String, Object> details = new LinkedHashMap<>(answer.fields());
        String code = String.valueOf(details.get("reason")).toUpperCase(Locale.ROOT);
        return new ApiException(
                422, code, String.valueOf(details.remove("message")), details, Map.of());
    }

    private ApiException unavailable() {
        return ApiException.unavailable(
                "The reading could not be stored now; send it again",
                settings.retryAfter().toSeconds());
    }

    private void keepPace(String source) {
        if (limits.isBehind()) {
            throw ApiException.tooMany(
                    "More readings come in than can be stored; send again later",
                    settings.retryAfter().toSeconds());
        }
        Duration pause = limits.pause(source);
        if (pause.isPositive()) {
            throw ApiException.tooMany(
                    "'%s' sends more readings than it may".formatted(source),
                    pause.plusMillis(999).toSeconds());
        }
    }

    private Intake take(String domain, String source, byte[] body) {
        Origin origin = Origin.of(Route.REST, source, domain, "/v1/ingest/" + domain);
        Intake intake = door.take(origin, body);
        limits.count(source, intake.outcomes().size());
        await(intake);
        return intake;
    }

    private void await(Intake intake) {
        try {
            intake.settled().get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return; // each outcome tells for itself
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PostMapping("/v1/ingest/{domain}/batch")
    ResponseEntity<String> batch(@PathVariable("domain") String domain, HttpServletRequest request)
            throws IOException {
        Bodies.requireJson(request);
        Query.of(request);
        known(domain);
        String source = Caller.of(request).name();
        String key = source + "/" + idempotencyKey(request);
        keepPace(source);
        byte[] body = Bodies.read(request, settings.maxBatchBytes());
        String hash = Bodies.hash(domain, body);
        return switch (idempotency.claim(key, hash)) {
            case Claim.Fresh _ -> fresh(domain, source, key, hash, body);
            case Claim.Answered(int status, String answer) -> json(status, answer, true);
            case Claim.Running _ ->
                    throw keyError(409, "IDEMPOTENCY_KEY_RUNNING", "This batch is being worked on");
            case Claim.OtherPayload _ ->
                    throw keyError(
                            422,
                            "IDEMPOTENCY_KEY_REUSED",
                            "This Idempotency-Key was used with another payload");
        };
    }

    private static String idempotencyKey(HttpServletRequest request) {
        String key = request.getHeader("Idempotency-Key");
        if (key == null || key.isBlank() || key.length() > MAX_KEY) {
            throw keyError(
                    400,
                    "IDEMPOTENCY_KEY_MISSING",
                    "A batch needs the header Idempotency-Key of 1 to %d characters"
                            .formatted(MAX_KEY));
        }
        return key;
    }

    private static ApiException keyError(int status, String code, String message) {
        Map<String, String> headers = status == 409 ? Map.of("Retry-After", "1") : Map.of();
        return new ApiException(
                status, code, message, Map.of("header", "Idempotency-Key"), headers);
    }

    private ResponseEntity<String> fresh(
            String domain, String source, String key, String hash, byte[] body) {
        boolean finished = false;
        try {
            List<ItemAnswer> answers =
                    take(domain, source, body).outcomes().stream().map(ItemAnswer::of).toList();
            String answer = json.writeValueAsString(batchAnswer(answers));
            if (answers.stream().noneMatch(each -> each.status() == ItemAnswer.SEND_AGAIN)) {
                idempotency.finish(key, hash, 207, answer);
                finished = true;
            }
            return json(207, answer, false);
        } finally {
            if (!finished) {
                idempotency.abandon(key);
            }
        }
    }

    private static Map<String, Object> batchAnswer(List<ItemAnswer> answers) {
        List<Map<String, Object>> items = new ArrayList<>(answers.size());
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String result : List.of("accepted", "duplicate", "refused", "postponed")) {
            counts.put(result, 0);
        }
        for (ItemAnswer answer : answers) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("index", items.size());
            item.put("status", answer.status());
            item.putAll(answer.fields());
            items.add(item);
            counts.merge(String.valueOf(answer.fields().get("result")), 1, Integer::sum);
        }
        return Map.of("counts", counts, "items", items);
    }

    private static ResponseEntity<String> json(int status, String body, boolean replayed) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
        if (replayed) {
            answer.header("Idempotent-Replayed", "true");
        }
        return answer.body(body);
    }
}

package town.nagar.kit.health;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import town.nagar.kit.health.Health.State;

/** {@code /health} with every part, {@code /health/live}, {@code /health/ready}. */
@RestController
public final class HealthRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(HealthRoutes.class);
    private static final long PATIENCE_SECONDS = 2;

    private final List<HealthPart> parts;
    private final List<HealthPart> needed;
    private final Executor executor = Executors.newVirtualThreadPerTaskExecutor();

    public HealthRoutes(List<HealthPart> parts) {
        this.parts = List.copyOf(parts);
        needed = parts.stream().filter(HealthPart::needed).toList();
    }

    @GetMapping("/health")
    Map<String, Object> all() {
        Map<String, Health> checked = check(parts);
        State worst =
                checked.values().stream().map(Health::state).max(State::compareTo).orElse(State.UP);
        State overall = worst == State.UP ? State.UP : ready(checked) ? State.DEGRADED : State.DOWN;
        return Map.of("status", overall, "parts", checked);
    }

    @GetMapping("/health/live")
    Map<String, Object> live() {
        return Map.of("status", State.UP);
    }

    @GetMapping("/health/ready")
    ResponseEntity<Map<String, Object>> readiness() {
        boolean ready = ready(check(needed)); // others may be slow to answer
        return ResponseEntity.status(ready ? 200 : 503)
                .body(Map.of("status", ready ? State.UP : State.DOWN));
    }

    private boolean ready(Map<String, Health> checked) {
        return needed.stream().noneMatch(part -> Health.down("").state() == stateOf(part, checked));
    }

    private static State stateOf(HealthPart part, Map<String, Health> checked) {
        return checked.getOrDefault(part.name(), Health.down("not checked")).state();
    }

    private Map<String, Health> check(List<HealthPart> parts) {
        Map<String, CompletableFuture<Health>> running = new TreeMap<>();
        parts.forEach(part -> running.put(part.name(), start(part)));
        Map<String, Health> checked = new TreeMap<>();
        running.forEach((name, health) -> checked.put(name, health.join()));
        return checked;
    }

    private CompletableFuture<Health> start(HealthPart part) {
        return CompletableFuture.supplyAsync(part::check, executor)
                .completeOnTimeout(
                        Health.down("no answer in %d s".formatted(PATIENCE_SECONDS)),
                        PATIENCE_SECONDS,
                        TimeUnit.SECONDS)
                .exceptionally(e -> {
                    LOG.warn("health check failed part={}", part.name(), e);
                    return Health.down("check failed");
                });
    }
}

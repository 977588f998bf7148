package town.nagar.kit.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Which parts are asked, and what they make of the whole. */
final class HealthRoutesTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final HealthPart away =
            HealthPart.of(
                    "objects",
                    () -> {
                        asked.incrementAndGet();
                        return Health.down("does not answer");
                    });

    private static HealthPart tables(Supplier<Health> health) {
        return HealthPart.needed("tables", health);
    }

    @Test
    void readinessAsksOnlyWhatIsNeeded() {
        HealthRoutes routes = new HealthRoutes(List.of(away, tables(Health::up)));
        assertThat(routes.readiness().getStatusCode().value()).isEqualTo(200);
        assertThat(asked).hasValue(0);
    }

    @Test
    void isNotReadyWithoutWhatIsNeeded() {
        HealthRoutes routes = new HealthRoutes(List.of(tables(() -> Health.down("away"))));
        assertThat(routes.readiness().getStatusCode().value()).isEqualTo(503);
    }

    @Test
    void theWholeIsDegradedWhereSomethingNotNeededIsDown() {
        Map<String, Object> all = new HealthRoutes(List.of(away, tables(Health::up))).all();
        assertThat(asked).hasValue(1);
        assertThat(all).containsEntry("status", Health.State.DEGRADED);
    }
}

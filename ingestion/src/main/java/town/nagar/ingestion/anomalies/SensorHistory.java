package town.nagar.ingestion.anomalies;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Quantities;

/** What is usual for one sensor, a history for each quantity it has sent. */
final class SensorHistory {
    private final Domain domain;
    private final @Nullable WeekHistory[] byQuantity;
    private volatile long lastUsedMillis;

    SensorHistory(Domain domain, long nowMillis) {
        this.domain = domain;
        byQuantity = new WeekHistory[Quantities.of(domain).count()];
        lastUsedMillis = nowMillis;
    }

    Domain domain() {
        return domain;
    }

    void used(long nowMillis) {
        lastUsedMillis = nowMillis;
    }

    long lastUsedMillis() {
        return lastUsedMillis;
    }

    int quantities() {
        return byQuantity.length;
    }

    Optional<WeekHistory> find(int quantity) {
        return Optional.ofNullable(byQuantity[quantity]);
    }

    /** The quantity's history, begun if there is none. */
    WeekHistory of(int quantity) {
        WeekHistory history = byQuantity[quantity];
        if (history == null) {
            history = new WeekHistory();
            byQuantity[quantity] = history;
        }
        return history;
    }

    void put(int quantity, WeekHistory history) {
        byQuantity[quantity] = history;
    }

    long bytes() {
        return WeekHistory.BYTES * Arrays.stream(byQuantity).filter(h -> h != null).count();
    }
}

package town.nagar.ingestion.door;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import town.nagar.contracts.places.Sensor;
import town.nagar.ingestion.anomalies.AnomalySettings;
import town.nagar.ingestion.anomalies.Histories;
import town.nagar.ingestion.registry.Registries;

/** A door on a hand-moved clock whose output is kept in memory. */
public final class Doors {
    public static final Instant NOW = Instant.parse("2026-02-06T08:00:00Z");

    public final MemoryOutlet outlet = new MemoryOutlet();
    public final MeterRegistry meters = new SimpleMeterRegistry();
    public final Door door;
    private Instant now = NOW;

    public Doors(Sensor... sensors) {
        door =
                new Door(
                        DoorSettings.DEFAULTS,
                        Registries.of(outlet, () -> now, sensors),
                        new Histories(AnomalySettings.DEFAULTS),
                        outlet,
                        () -> now,
                        meters);
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    public List<Outcome> take(String domain, String json) {
        return door.take(
                        Origin.of(Route.REST, "gate", domain, "/v1/ingest/" + domain),
                        json.getBytes(StandardCharsets.UTF_8))
                .outcomes();
    }

    public Outcome takeOne(String domain, String json) {
        List<Outcome> outcomes = take(domain, json);
        if (outcomes.size() != 1) {
            throw new AssertionError("not one outcome: " + outcomes);
        }
        return outcomes.getFirst();
    }
}

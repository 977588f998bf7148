package town.nagar.forecast.monitoring;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.forecast.serving.History;
import town.nagar.forecast.serving.Measure;

/** In which ward each place lies, asked for again after an hour. */
final class Wards {
    private static final Logger LOG = LoggerFactory.getLogger(Wards.class);
    private static final Duration KEPT = Duration.ofHours(1);

    private final History history;
    private final InstantSource clock;
    private final Map<Measure, Asked> known = new ConcurrentHashMap<>();

    private record Asked(Instant at, Map<String, String> wards) {}

    Wards(History history, InstantSource clock) {
        this.history = history;
        this.clock = clock;
    }

    /** The ward of a place or, of a price, of its mandi; empty where it is not known. */
    Optional<String> find(Measure measure, String place) {
        return Optional.ofNullable(of(measure).get(place.split(":", 2)[0]));
    }

    private Map<String, String> of(Measure measure) {
        Asked asked = known.get(measure);
        if (asked == null || asked.at().plus(KEPT).isBefore(clock.instant())) {
            try {
                asked = new Asked(clock.instant(), Map.copyOf(history.wards(measure)));
            } catch (IOException e) {
                LOG.warn("wards not known measure={} cause={}", measure.model(), e.toString());
                asked = new Asked(clock.instant(), asked == null ? Map.of() : asked.wards());
            }
            known.put(measure, asked);
        }
        return asked.wards();
    }
}

package town.nagar.forecast.serving;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Predictions of the last five minutes, the least lately asked for going first. */
final class PredictionCache {
    private static final Duration KEPT = Duration.ofMinutes(5);

    /**
     * What makes two predictions the same.
     *
     * @param version of the model and how it stands, or a baseline's reason
     * @param features hash of all values that the features come from
     */
    record Key(
            Measure measure,
            String place,
            String version,
            int features,
            Instant origin,
            int steps) {}

    private record Entry(Instant made, Prediction prediction) {}

    private final int most;
    private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * An empty cache.
     *
     * @param most predictions kept, at least 1
     */
    PredictionCache(int most) {
        this.most = most;
    }

    synchronized Optional<Prediction> find(Key key, Instant now) {
        return Optional.ofNullable(entries.get(key))
                .filter(entry -> entry.made().plus(KEPT).isAfter(now))
                .map(Entry::prediction);
    }

    synchronized void put(Key key, Prediction prediction, Instant now) {
        entries.put(key, new Entry(now, prediction));
        if (entries.size() > most) {
            entries.remove(entries.keySet().iterator().next());
        }
    }
}

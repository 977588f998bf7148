package town.nagar.forecast.monitoring;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import town.nagar.forecast.serving.Measure;

/** Track records from what is kept; one is reckoned again only when truths have come in. */
final class KeptTrackRecord implements TrackRecord {
    private final Comparisons comparisons;
    private final InstantSource clock;
    private final Map<Key, Optional<Window>> known = new ConcurrentHashMap<>();

    private record Key(String model, String version, Instant since) {}

    KeptTrackRecord(Comparisons comparisons, InstantSource clock) {
        this.comparisons = comparisons;
        this.clock = clock;
    }

    @Override
    public Optional<Window> of(String model, String version, Instant since) {
        Optional<Measure> measure = Measure.find(model);
        if (measure.isEmpty()) {
            return Optional.empty();
        }
        var key = new Key(model, version, since.truncatedTo(ChronoUnit.HOURS));
        Optional<Window> window = known.get(key);
        if (window == null) {
            window = reckoned(measure.get(), key);
            known.put(key, window);
        }
        return window;
    }

    private Optional<Window> reckoned(Measure measure, Key key) {
        Review review =
                Review.of(
                        comparisons,
                        measure,
                        new Selection.OfVersion(key.version()),
                        key.since(),
                        clock.instant());
        Tally all = review.whole();
        return all.count() == 0
                ? Optional.empty()
                : Optional.of(
                        new Window(
                                all.count(),
                                review.origins(),
                                all.mae(),
                                all.baselineMae(),
                                all.coveredPercent(0),
                                all.coveredPercent(1)));
    }

    /** Reckons again from now on: truths have come in. */
    void forget() {
        known.clear();
    }
}

package town.nagar.forecast.serving;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.forecast.artifact.Provenance;
import town.nagar.forecast.artifact.SavedModel;
import town.nagar.forecast.explain.Explanation;
import town.nagar.forecast.explain.ExplanationCache;
import town.nagar.forecast.interval.Bounds;
import town.nagar.forecast.rollout.Lineup.Production;
import town.nagar.kit.http.ApiException;

/**
 * Says what comes next at a place: by the model in production, or, where it cannot be trusted, by
 * the best seasonal baseline with the reason.
 */
final class Predictor {
    private static final Logger LOG = LoggerFactory.getLogger(Predictor.class);

    private final Snapshots snapshots;
    private final Speakers speakers;
    private final PredictionCache cache;
    private final Explaining explaining;
    private final InstantSource clock;

    Predictor(
            Snapshots snapshots,
            History history,
            PredictionCache cache,
            ExplanationCache explanations,
            InstantSource clock) {
        this.snapshots = snapshots;
        this.speakers = new Speakers(snapshots, history);
        this.cache = cache;
        this.explaining = new Explaining(explanations);
        this.clock = clock;
    }

    /**
     * What comes next.
     *
     * @param key of the caller or place, which decides whether a version in canary is shown
     * @param steps at most the measure's horizon
     * @throws ApiException 404 if there is no such place, 503 if there is but nothing is known of
     *     it
     */
    Prediction predict(Measure measure, String place, int steps, String key) {
        Speaker speaker = speakers.find(measure, place, key);
        Instant now = clock.instant();
        var question =
                new PredictionCache.Key(
                        measure,
                        place,
                        speaker.reason().isEmpty()
                                ? "%s %s %s"
                                        .formatted(
                                                speaker.version(),
                                                speaker.stage(),
                                                speaker.confirmed())
                                : speaker.reason(),
                        speaker.now().fingerprint(speaker.series()),
                        speaker.now().at(0),
                        steps);
        Optional<Prediction> known = cache.find(question, now);
        if (known.isPresent()) {
            return known.get();
        }
        Prediction fresh =
                speaker.reason().isEmpty()
                        ? byModel(speaker, place, steps)
                        : byBaseline(speaker, place, steps);
        cache.put(question, fresh, now);
        return fresh;
    }

    /** Has the history at hand, and one real forecast made of it. */
    void warm(Measure measure) {
        Optional<Outlook> outlook = snapshots.now(measure);
        if (outlook.isPresent() && snapshots.trouble(measure).isEmpty()) {
            String first = outlook.get().speaking().now().places().getFirst();
            try {
                predict(measure, first, measure.horizon(), first);
            } catch (ApiException e) {
                LOG.debug("nothing to warm with place={} cause={}", first, e.getMessage());
            }
        }
    }

    private Prediction byModel(Speaker speaker, String place, int steps) {
        Snapshot snapshot = speaker.snapshot();
        SavedModel saved = ((Production.Model) snapshot.production()).saved();
        Provenance about = saved.provenance();
        boolean negative = about.mayBeNegative().get(speaker.series());
        double scale = speaker.now().scale(speaker.series());
        List<Prediction.Point> points = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            double value = snapshot.forecast(speaker.series(), step);
            double size = about.parameters().size(scale, value);
            points.add(
                    point(
                            speaker.now(),
                            step,
                            value,
                            saved.widths().half(0, speaker.series(), step, size),
                            saved.widths().half(1, speaker.series(), step, size),
                            negative));
        }
        requireNumbers(points, place);
        return new Prediction(
                speaker.now().measure(),
                place,
                basis(speaker, about.model(), speaker.version()),
                points);
    }

    private Prediction byBaseline(Speaker speaker, String place, int steps) {
        PlacesNow now = speaker.now();
        SeasonalNow.Said said =
                SeasonalNow.say(now.features(), speaker.series(), now.origin(), steps);
        boolean negative = now.hasNegative(speaker.series());
        List<Prediction.Point> points = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            points.add(
                    point(
                            now,
                            step,
                            said.value().get(step),
                            said.half80(),
                            said.half95(),
                            negative));
        }
        requireNumbers(points, place);
        return new Prediction(now.measure(), place, basis(speaker, said.model(), ""), points);
    }

    private static Prediction.Point point(
            PlacesNow now, int step, double value, double half80, double half95, boolean negative) {
        double least = negative ? Double.NEGATIVE_INFINITY : 0;
        double kept = Math.max(least, value);
        return new Prediction.Point(
                now.at(step),
                kept,
                new Bounds(Math.max(least, kept - half80), kept + half80),
                new Bounds(Math.max(least, kept - half95), kept + half95));
    }

    private static void requireNumbers(List<Prediction.Point> points, String place) {
        if (points.stream().anyMatch(point -> !Double.isFinite(point.value()))) {
            throw Speakers.unknownHistory(place);
        }
    }

    private static Basis basis(Speaker speaker, String model, String version) {
        int stored = speaker.now().stored(speaker.series());
        int known = speaker.now().known(speaker.series(), speaker.now().origin());
        return new Basis(
                model,
                version,
                speaker.stage(),
                speaker.confirmed(),
                speaker.reason(),
                stored,
                known - stored);
    }

    /**
     * Why the model says what it says of the first step; empty if a baseline speaks, or if it takes
     * longer than a second, and then it is there the next time.
     */
    Optional<Explanation> explain(Measure measure, String place, String key) {
        return explaining.of(speakers.find(measure, place, key));
    }
}

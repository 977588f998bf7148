package town.nagar.forecast.serving;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.forecast.artifact.Provenance;
import town.nagar.forecast.artifact.SavedModel;
import town.nagar.forecast.explain.Explanation;
import town.nagar.forecast.explain.ExplanationCache;
import town.nagar.forecast.feature.FeatureSet;
import town.nagar.forecast.interval.Bounds;
import town.nagar.forecast.serving.ModelShelf.Production;
import town.nagar.kit.http.ApiException;

/**
 * Says what comes next at a place: by the model in production, or, where it cannot be trusted, by
 * the best seasonal baseline with the reason.
 */
final class Predictor {
    private static final Logger LOG = LoggerFactory.getLogger(Predictor.class);
    private static final Duration WAIT_FOR_EXPLANATION = Duration.ofSeconds(1);
    private static final int RETRY_SECONDS = 30;

    private final Snapshots snapshots;
    private final History history;
    private final PredictionCache cache;
    private final ExplanationCache explanations;
    private final InstantSource clock;

    Predictor(
            Snapshots snapshots,
            History history,
            PredictionCache cache,
            ExplanationCache explanations,
            InstantSource clock) {
        this.snapshots = snapshots;
        this.history = history;
        this.cache = cache;
        this.explanations = explanations;
        this.clock = clock;
    }

    /** A place in a snapshot. */
    private record Found(Snapshot snapshot, int series, String reason) {}

    /**
     * What comes next.
     *
     * @param steps at most the measure's horizon
     * @throws ApiException 404 if there is no such place, 503 if there is but nothing is known of
     *     it
     */
    Prediction predict(Measure measure, String place, int steps) {
        Found found = find(measure, place);
        Instant now = clock.instant();
        var key =
                new PredictionCache.Key(
                        measure,
                        place,
                        found.reason().isEmpty() ? version(found.snapshot()) : found.reason(),
                        found.snapshot().fingerprint(found.series()),
                        found.snapshot().at(0),
                        steps);
        Optional<Prediction> known = cache.find(key, now);
        if (known.isPresent()) {
            return known.get();
        }
        Prediction fresh =
                found.reason().isEmpty()
                        ? byModel(found, place, steps)
                        : byBaseline(found, place, steps);
        cache.put(key, fresh, now);
        return fresh;
    }

    /** Has the history at hand, and one real forecast made of it. */
    void warm(Measure measure) {
        Optional<Snapshot> snapshot = snapshots.now(measure);
        if (snapshot.isPresent() && snapshots.trouble(measure).isEmpty()) {
            String first = snapshot.get().places().getFirst();
            try {
                predict(measure, first, measure.horizon());
            } catch (ApiException e) {
                LOG.debug("nothing to warm with place={} cause={}", first, e.getMessage());
            }
        }
    }

    private static String version(Snapshot snapshot) {
        return snapshot.production() instanceof Production.Model(var version, _) ? version : "";
    }

    private Found find(Measure measure, String place) {
        Optional<Snapshot> snapshot = snapshots.now(measure);
        Optional<Integer> series = snapshot.flatMap(s -> s.find(place));
        if (series.isEmpty()) {
            throw nothing(measure, place);
        }
        return new Found(
                snapshot.get(),
                series.get(),
                reason(snapshot.get(), series.get(), snapshots.trouble(measure)));
    }

    private ApiException nothing(Measure measure, String place) {
        try {
            if (!history.knows(measure, place)) {
                return ApiException.notFound(kind(measure), place);
            }
        } catch (IOException e) {
            LOG.warn("place not looked up place={} cause={}", place, e.toString());
            return ApiException.unavailable(
                    "Whether there is a %s '%s' cannot be told now".formatted(kind(measure), place),
                    RETRY_SECONDS);
        }
        return unknownHistory(place);
    }

    private static ApiException unknownHistory(String place) {
        return ApiException.unavailable(
                "Nothing has been measured at '%s' yet to forecast from".formatted(place),
                RETRY_SECONDS);
    }

    private static String kind(Measure measure) {
        return switch (measure.domain()) {
            case TRAFFIC -> "road";
            case POLLUTION -> "station";
            case WATER -> "zone";
            case MARKET -> "price series";
            case AGRICULTURE -> "field";
            case WEATHER -> "weather station";
        };
    }

    /** Why the model must not speak; empty if it may. */
    private static String reason(Snapshot snapshot, int series, String trouble) {
        if (!snapshot.misfit().isEmpty()
                || !(snapshot.production() instanceof Production.Model model)) {
            return snapshot.misfit();
        }
        return series < model.saved().provenance().series().size()
                ? dataReason(snapshot, series, trouble)
                : "the place was not there when the model was trained";
    }

    private static String dataReason(Snapshot snapshot, int series, String trouble) {
        Measure measure = snapshot.measure();
        boolean measured = measure.isMeasured();
        int age = snapshot.age(series);
        if (measured && age > measure.fresh()) {
            String stale =
                    age == Integer.MAX_VALUE
                            ? "nothing is stored of this place"
                            : "the newest stored value is %d steps of %s old"
                                    .formatted(age, measure.step().words());
            return trouble.isEmpty() ? stale : trouble + "; " + stale;
        }
        int known = snapshot.known(series, measure.needed());
        return 2 * known < measure.needed()
                ? "only %d of the last %d values are known".formatted(known, measure.needed())
                : "";
    }

    private Prediction byModel(Found found, String place, int steps) {
        Snapshot snapshot = found.snapshot();
        SavedModel saved = ((Production.Model) snapshot.production()).saved();
        Provenance about = saved.provenance();
        boolean negative = about.mayBeNegative().get(found.series());
        double scale = snapshot.features().scale(found.series(), snapshot.origin());
        List<Prediction.Point> points = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            double value = snapshot.forecast(found.series(), step);
            double size = about.parameters().size(scale, value);
            points.add(
                    point(
                            snapshot,
                            step,
                            value,
                            saved.widths().half(0, found.series(), step, size),
                            saved.widths().half(1, found.series(), step, size),
                            negative));
        }
        requireNumbers(points, place);
        return new Prediction(
                snapshot.measure(), place, basis(found, about.model(), version(snapshot)), points);
    }

    private Prediction byBaseline(Found found, String place, int steps) {
        Snapshot snapshot = found.snapshot();
        FeatureSet features = snapshot.features();
        SeasonalNow.Said said = SeasonalNow.say(features, found.series(), snapshot.origin(), steps);
        boolean negative = features.panel().hasNegative(found.series(), snapshot.origin());
        List<Prediction.Point> points = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            points.add(
                    point(
                            snapshot,
                            step,
                            said.value().get(step),
                            said.half80(),
                            said.half95(),
                            negative));
        }
        requireNumbers(points, place);
        return new Prediction(snapshot.measure(), place, basis(found, said.model(), ""), points);
    }

    private static Prediction.Point point(
            Snapshot snapshot,
            int step,
            double value,
            double half80,
            double half95,
            boolean negative) {
        double least = negative ? Double.NEGATIVE_INFINITY : 0;
        double kept = Math.max(least, value);
        return new Prediction.Point(
                snapshot.at(step),
                kept,
                new Bounds(Math.max(least, kept - half80), kept + half80),
                new Bounds(Math.max(least, kept - half95), kept + half95));
    }

    private static void requireNumbers(List<Prediction.Point> points, String place) {
        if (points.stream().anyMatch(point -> !Double.isFinite(point.value()))) {
            throw unknownHistory(place);
        }
    }

    private static Basis basis(Found found, String model, String version) {
        Snapshot snapshot = found.snapshot();
        int stored = snapshot.stored(found.series());
        int known = snapshot.known(found.series(), snapshot.origin());
        return new Basis(model, version, found.reason(), stored, known - stored);
    }

    /**
     * Why the model says what it says of the first step; empty if a baseline speaks, or if it takes
     * longer than a second, and then it is there the next time.
     */
    Optional<Explanation> explain(Measure measure, String place) {
        Found found = find(measure, place);
        if (!found.reason().isEmpty()
                || !(found.snapshot().production() instanceof Production.Model model)) {
            return Optional.empty();
        }
        Provenance about = model.saved().provenance();
        if (about.model().equals(about.baseline())) {
            return Optional.empty(); // it has no parts to tell of
        }
        FeatureSet features = found.snapshot().features();
        int origin = found.snapshot().origin();
        float[] row = new float[features.names().size()];
        features.write(found.series(), origin, origin, row, 0);
        try {
            return Optional.of(
                    explanations
                            .ask(
                                    measure.model() + " " + model.version(),
                                    row,
                                    () ->
                                            model.saved()
                                                    .learnt()
                                                    .explain(features, found.series(), origin, 0)
                                                    .orElseThrow())
                            .get(WAIT_FOR_EXPLANATION.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (java.util.concurrent.ExecutionException e) {
            LOG.warn("not explained measure={} cause={}", measure.model(), e.toString());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}

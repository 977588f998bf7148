package town.nagar.forecast.monitoring;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.forecast.rollout.Lineup.Production;
import town.nagar.forecast.rollout.ModelShelf;
import town.nagar.forecast.serving.Measure;
import town.nagar.kit.health.Health;

/**
 * Once an hour: fetches truths, reckons errors, looks for drift, and raises what calls for a new
 * model.
 */
final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final int FEWEST_TRUTHS = 200;

    private final Parts parts;
    private final MonitoringSettings.Own settings;
    private final InstantSource clock;
    private final Map<Measure, String> troubles = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile Instant last = Instant.MIN;

    /** What a round works with. */
    record Parts(
            ModelShelf shelf,
            StatementTable statements,
            Truths truths,
            Comparisons comparisons,
            KeptTrackRecord record,
            DriftWatch drift,
            Episodes episodes,
            Concerns concerns,
            Gauges gauges,
            AlertTopic alerts) {}

    private Rounds(Parts parts, MonitoringSettings.Own settings, InstantSource clock) {
        this.parts = parts;
        this.settings = settings;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("forecast-monitoring").daemon().unstarted(this::run);
    }

    /** Begins if it is wanted, and returns at once. */
    static Rounds start(Parts parts, MonitoringSettings.Own settings, InstantSource clock) {
        Rounds rounds = new Rounds(parts, settings, clock);
        if (settings.enabled()) {
            rounds.thread.start();
        }
        return rounds;
    }

    private void run() {
        try {
            Thread.sleep(settings.roundAfter());
            while (!Thread.currentThread().isInterrupted()) {
                round();
                Thread.sleep(settings.roundEvery());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the service stops
        }
    }

    /** One round; what does not work for one measure does not keep the others from it. */
    void round() {
        Instant now = clock.instant();
        parts.gauges().begin();
        for (Measure measure : Measure.values()) {
            if (measure.isMeasured()) {
                try {
                    judge(measure, now);
                    troubles.remove(measure);
                } catch (IOException | RuntimeException e) {
                    LOG.warn("not judged measure={} cause={}", measure.model(), e.toString());
                    troubles.put(measure, e.toString());
                }
            }
        }
        parts.gauges().end();
        finish(now);
        last = now;
    }

    private void finish(Instant now) {
        try {
            parts.statements().forgetBefore(now.minus(settings.retention()));
            parts.concerns().ended(now);
            parts.alerts().flush();
        } catch (RuntimeException e) {
            LOG.warn("round not finished cause={}", e.toString());
        }
    }

    private void judge(Measure measure, Instant now) throws IOException {
        int fresh = parts.truths().fetch(measure, now);
        if (fresh > 0) {
            parts.record().forget();
            LOG.info("truths fetched measure={} new={}", measure.model(), fresh);
        }
        if (parts.shelf().lineup(measure.model()).production() instanceof Production.Model model) {
            errors(measure, model, now);
            parts.drift().judge(measure, model, now);
        }
    }

    private void errors(Measure measure, Production.Model model, Instant now) {
        Instant since = now.minus(settings.window());
        Review shown = Review.of(parts.comparisons(), measure, new Selection.Shown(), since, now);
        if (shown.whole().count() > 0) {
            parts.gauges().errors(measure.model(), shown.whole());
        }
        var own = new Selection.OfVersion(model.version());
        Review recent = Review.of(parts.comparisons(), measure, own, since, now);
        if (recent.whole().count() < FEWEST_TRUTHS) {
            return;
        }
        double before = before(measure, model, own, since);
        ErrorRise rise =
                ErrorRise.of(
                        recent.byDay().values().stream().map(Tally::mapePercent).toList(),
                        before,
                        settings.errorRisePercent());
        Episode episode = episode(measure, rise, before, recent);
        if (rise.isFound()) {
            if (parts.episodes().found(episode, now)) {
                parts.concerns().raise(measure, Cause.ERROR, episode.description());
            }
        } else if (rise.isOver()) {
            parts.episodes().over(episode, now);
        }
    }

    /** What the error was in the weeks before; in its folds, of a version that is new. */
    private double before(Measure measure, Production.Model model, Selection own, Instant since) {
        Review earlier =
                Review.of(
                        parts.comparisons(),
                        measure,
                        own,
                        since.minus(settings.window().multipliedBy(2)),
                        since);
        boolean enough = earlier.byDay().size() >= settings.window().toDays();
        return enough
                ? earlier.whole().mapePercent()
                : Optional.ofNullable(model.saved().provenance().score().get("mape_percent"))
                        .filter(Number.class::isInstance)
                        .map(number -> ((Number) number).doubleValue())
                        .orElse(Double.NaN);
    }

    private static Episode episode(Measure measure, ErrorRise rise, double before, Review recent) {
        return new Episode(
                "forecast_error",
                measure,
                measure.model(),
                Instant.MAX,
                "Forecasts of %s have become worse".formatted(measure.model()),
                "MAPE of the last %d days is %.1f %%, surely above %.1f %%; it was %.1f %% (limit %.1f %%)"
                        .formatted(
                                recent.byDay().size(),
                                rise.percent(),
                                rise.surePercent(),
                                before,
                                rise.limitPercent()),
                Map.of("mape_percent", rise.percent(), "threshold", rise.limitPercent()));
    }

    /** How the latest round went. */
    Health health(KeptStatements kept) {
        Map<String, Object> figures =
                Map.of(
                        "statements_kept", kept.kept(),
                        "statements_waiting", kept.waiting(),
                        "statements_dropped", kept.dropped(),
                        "last_round", last.equals(Instant.MIN) ? "none yet" : last.toString());
        if (troubles.isEmpty() && kept.dropped() == 0) {
            return Health.up(figures);
        }
        return new Health(
                Health.State.DEGRADED,
                "forecasts are made as ever; not judged: %s; statements dropped: %d"
                        .formatted(troubles.keySet(), kept.dropped()),
                figures);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}

package town.nagar.forecast.monitoring;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import town.nagar.forecast.monitoring.drift.Drift;
import town.nagar.forecast.monitoring.drift.Shift;
import town.nagar.forecast.rollout.Lineup.Production;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.series.TimeGrid;
import town.nagar.forecast.serving.IndianTime;
import town.nagar.forecast.serving.Measure;

/** Finds sensors, features and predictions that have moved away from what a model learnt from. */
final class DriftWatch {
    private static final int LEAD = 8;

    /** How many windows back a fault's beginning is looked for. */
    private static final int WINDOWS_READ = 2;

    private final WholePast past;
    private final References references;
    private final StatementReader said;
    private final Episodes episodes;
    private final Concerns concerns;
    private final Gauges gauges;

    DriftWatch(
            WholePast past,
            References references,
            StatementReader said,
            Episodes episodes,
            Concerns concerns,
            Gauges gauges) {
        this.past = past;
        this.references = references;
        this.said = said;
        this.episodes = episodes;
        this.concerns = concerns;
        this.gauges = gauges;
    }

    /**
     * Judges a model in production.
     *
     * @throws IOException if the history does not answer
     */
    void judge(Measure measure, Production.Model model, Instant now) throws IOException {
        Optional<References.Of> reference = references.find(measure, model, now);
        if (reference.isEmpty()) {
            return;
        }
        LocalDateTime until = measure.complete(IndianTime.local(now));
        int length = WINDOWS_READ * references.window(measure) + LEAD;
        Optional<Panel> recent = past.read(measure, until, length);
        if (recent.isPresent()) {
            sensors(measure, reference.get(), recent.get(), now);
        }
        predictions(measure, reference.get(), until, now);
    }

    private void sensors(Measure measure, References.Of reference, Panel recent, Instant now) {
        Set<String> faulty = new HashSet<>();
        boolean hourly = measure.step().isWithinDay();
        for (Shift shift : hourly ? reference.neighbours().shifts(recent) : List.<Shift>of()) {
            Episode episode = episode(measure, shift);
            if (shift.isFound()) {
                faulty.add(shift.place());
                found(episode, Cause.FEATURE_DRIFT, now);
            } else if (shift.isOver()) {
                episodes.over(episode, now);
            }
        }
        List<Drift> drifts = reference.features().drifts(recent);
        gauges.drifts(measure.model(), "", drifts);
        byPlace(drifts)
                .forEach((place, worst) -> {
                    Episode episode = episode(measure, worst);
                    if (worst.isFound() && !faulty.contains(place)) {
                        found(episode, Cause.FEATURE_DRIFT, now);
                    } else if (worst.isOver()) {
                        episodes.over(episode, now);
                    }
                });
    }

    private void found(Episode episode, Cause cause, Instant now) {
        if (episodes.found(episode, now)) {
            concerns.raise(episode.measure(), cause, episode.description());
        }
    }

    /** Of each place the feature that is farthest beyond its limits. */
    private static Map<String, Drift> byPlace(List<Drift> drifts) {
        Map<String, Drift> worst = new TreeMap<>();
        Comparator<Drift> order = Comparator.comparingDouble(DriftWatch::beyond);
        drifts.forEach(drift ->
                worst.merge(drift.place(), drift, (a, b) -> order.compare(a, b) >= 0 ? a : b));
        return worst;
    }

    private static double beyond(Drift drift) {
        return Math.min(drift.psi() / drift.psiLimit(), drift.ks() / drift.ksLimit());
    }

    private static Episode episode(Measure measure, Shift shift) {
        String way = shift.scales() > 0 ? "above" : "below";
        Map<String, Double> metrics = new HashMap<>();
        metrics.put("shift", shift.scales() * shift.unit());
        metrics.put("threshold", shift.limit() * shift.unit());
        return new Episode(
                "sensor_drift_" + measure.quantity(),
                measure,
                shift.place(),
                IndianTime.instant(shift.since()),
                "%s of %s has moved away from all others"
                        .formatted(measure.quantity(), shift.place()),
                "%s of %s is on average %.1f %s %s what its course and the others say (limit %.1f), since about %s"
                        .formatted(
                                measure.quantity(),
                                shift.place(),
                                Math.abs(shift.scales()) * shift.unit(),
                                measure.unit(),
                                way,
                                shift.limit() * shift.unit(),
                                IndianTime.instant(shift.since())),
                metrics);
    }

    private static Episode episode(Measure measure, Drift drift) {
        return new Episode(
                "feature_drift_" + measure.quantity(),
                measure,
                drift.place(),
                Instant.MAX,
                "%s of %s looks different".formatted(measure.quantity(), drift.place()),
                words(
                        "%s of %s of %s"
                                .formatted(
                                        drift.feature().word(), measure.quantity(), drift.place()),
                        drift),
                metrics(drift));
    }

    private static String words(String what, Drift drift) {
        return "%s: PSI %.2f (limit %.2f), KS %.2f (limit %.2f)"
                .formatted(what, drift.psi(), drift.psiLimit(), drift.ks(), drift.ksLimit());
    }

    private static Map<String, Double> metrics(Drift drift) {
        return Map.of(
                "psi", drift.psi(),
                "threshold", drift.psiLimit(),
                "ks", drift.ks(),
                "ks_threshold", drift.ksLimit());
    }

    private void predictions(
            Measure measure, References.Of reference, LocalDateTime until, Instant now) {
        int window = references.window(measure);
        var grid =
                new TimeGrid(
                        measure.step().after(until, -(long) window - LEAD),
                        measure.step(),
                        window + LEAD);
        Optional<Panel> recent = said.first(measure, reference.version(), grid);
        if (recent.isEmpty()) {
            return;
        }
        List<Drift> drifts = reference.predictions().drifts(recent.get());
        gauges.drifts(measure.model(), "predictions", drifts);
        Optional<Drift> worst = drifts.stream().max(Comparator.comparingDouble(DriftWatch::beyond));
        if (worst.isPresent()) {
            Episode episode =
                    new Episode(
                            "prediction_drift",
                            measure,
                            measure.model(),
                            Instant.MAX,
                            "What %s says looks different".formatted(measure.model()),
                            words(
                                    "what %s says of %s"
                                            .formatted(measure.model(), worst.get().place()),
                                    worst.get()),
                            metrics(worst.get()));
            if (worst.get().isFound()) {
                found(episode, Cause.PREDICTION_DRIFT, now);
            } else if (worst.get().isOver()) {
                episodes.over(episode, now);
            }
        }
    }
}

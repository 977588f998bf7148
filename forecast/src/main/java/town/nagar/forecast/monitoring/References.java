package town.nagar.forecast.monitoring;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import town.nagar.forecast.artifact.Provenance;
import town.nagar.forecast.artifact.SavedModel;
import town.nagar.forecast.feature.FeatureSet;
import town.nagar.forecast.feature.Holidays;
import town.nagar.forecast.monitoring.drift.Neighbours;
import town.nagar.forecast.monitoring.drift.Reference;
import town.nagar.forecast.rollout.Lineup.Production;
import town.nagar.forecast.series.Covariates;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.serving.IndianTime;
import town.nagar.forecast.serving.Measure;

/**
 * What each model in production learnt from, read again from the history of those times, less the
 * latest window; and what the model says of it.
 */
final class References {
    private static final int WEEKS_SAID = 6;
    private static final int FEWEST_WINDOWS = 4;

    private final WholePast past;
    private final MonitoringSettings.Own settings;
    private final Map<Measure, Of> known = new ConcurrentHashMap<>();

    /** Of one version. */
    record Of(String version, Reference features, Neighbours neighbours, Reference predictions) {}

    References(WholePast past, MonitoringSettings.Own settings) {
        this.past = past;
        this.settings = settings;
    }

    /** The steps of a duration, at least one. */
    static int steps(Measure measure, Duration duration) {
        return (int) Math.max(1, duration.toMinutes() / Math.max(1, measure.step().minutes()));
    }

    /** A window's steps; prices have one a day, so that they are judged over four times as long. */
    int window(Measure measure) {
        int steps = steps(measure, settings.window());
        return measure.step().isWithinDay() ? steps : 4 * steps;
    }

    /**
     * The reference of a model in production.
     *
     * @return empty if too little is known of what it learnt from
     * @throws IOException if the history does not answer
     */
    Optional<Of> find(Measure measure, Production.Model model, Instant now) throws IOException {
        Of before = known.get(measure);
        if (before != null && before.version().equals(model.version())) {
            return Optional.of(before);
        }
        Optional<Panel> learntFrom = learntFrom(measure, model.saved().provenance(), now);
        if (learntFrom.isEmpty()) {
            return Optional.empty();
        }
        int window = window(measure);
        var features = new Reference(learntFrom.get(), window, settings.featurePsi());
        Of fresh =
                new Of(
                        model.version(),
                        features,
                        new Neighbours(features, steps(measure, settings.shiftWindow())),
                        Reference.ofPredictions(
                                said(measure, model.saved(), learntFrom.get()),
                                window,
                                settings.predictionPsi()));
        known.put(measure, fresh);
        return Optional.of(fresh);
    }

    private Optional<Panel> learntFrom(Measure measure, Provenance about, Instant now)
            throws IOException {
        LocalDateTime from = LocalDateTime.parse(about.from());
        LocalDateTime trained = measure.step().after(LocalDateTime.parse(about.until()), 1);
        LocalDateTime recent =
                measure.step()
                        .after(measure.complete(IndianTime.local(now)), -(long) window(measure));
        LocalDateTime until = trained.isBefore(recent) ? trained : recent;
        int length = (int) measure.step().between(from, until);
        if (length < FEWEST_WINDOWS * window(measure)) {
            return Optional.empty();
        }
        return past.read(measure, until, length).map(panel -> ordered(panel, about.series()));
    }

    /** The panel with the model's places in its order; of one unknown now, without values. */
    private static Panel ordered(Panel panel, List<String> places) {
        List<double[]> values = new ArrayList<>();
        for (String place : places) {
            int there = panel.names().indexOf(place);
            values.add(there < 0 ? Slots.empty(panel.length()) : panel.copy(there));
        }
        return Panel.of(panel.grid(), places, values.toArray(double[][]::new));
    }

    /** What a model says first at each origin of its latest six weeks, NaN before. */
    private static Panel said(Measure measure, SavedModel saved, Panel learntFrom) {
        Provenance about = saved.provenance();
        Panel panel = learntFrom.reaching(learntFrom.length() + measure.horizon());
        boolean[] holidays =
                about.holidays() ? Holidays.indian(panel) : new boolean[panel.length()];
        var features =
                new FeatureSet(panel, Covariates.none(), holidays, about.parameters().base());
        int[] all = IntStream.range(0, panel.size()).toArray();
        double[][] values = new double[all.length][];
        for (int place : all) {
            values[place] = Slots.empty(learntFrom.length());
        }
        int weeks = WEEKS_SAID * steps(measure, Duration.ofDays(7));
        int first = measure.step().isWithinDay() ? learntFrom.length() - weeks : 0;
        double[][] out = new double[all.length][1];
        for (int i = Math.max(features.firstOrigin(), first); i < learntFrom.length(); i++) {
            saved.learnt().forecast(features, all, i, out);
            for (int place : all) {
                values[place][i] = out[place][0];
            }
        }
        return Panel.of(learntFrom.grid(), learntFrom.names(), values);
    }
}

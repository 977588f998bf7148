package town.nagar.forecast.serving;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import town.nagar.forecast.artifact.Provenance;
import town.nagar.forecast.artifact.SavedModel;
import town.nagar.forecast.monitoring.Statements;
import town.nagar.forecast.registry.release.Stage;
import town.nagar.forecast.rollout.Lineup.Production;

/** Hands what each version said on, once an origin, to be held against the truth later. */
final class Telling {
    private final Statements statements;
    private final Map<String, Instant> told = new ConcurrentHashMap<>();

    Telling(Statements statements) {
        this.statements = statements;
    }

    void tell(Outlook outlook) {
        if (statements.equals(Statements.NONE)) {
            return;
        }
        Map<String, double[]> baselines = new HashMap<>();
        tell(Stage.PRODUCTION, outlook.speaking(), outlook.speaking(), baselines);
        outlook.beside()
                .forEach(one -> tell(one.stage(), one.snapshot(), outlook.speaking(), baselines));
    }

    private void tell(
            Stage stage, Snapshot snapshot, Snapshot speaking, Map<String, double[]> baselines) {
        if (!snapshot.misfit().isEmpty()
                || !(snapshot.production() instanceof Production.Model(var version, var saved))) {
            return;
        }
        Instant origin = snapshot.now().at(0);
        String key = saved.provenance().name() + " " + version;
        if (!origin.equals(told.put(key, origin))) {
            statements.take(statement(stage, version, saved, snapshot, speaking, baselines));
        }
    }

    private static Said statement(
            Stage stage,
            String version,
            SavedModel saved,
            Snapshot snapshot,
            Snapshot speaking,
            Map<String, double[]> baselines) {
        Provenance about = saved.provenance();
        List<String> places = about.series();
        int steps = snapshot.now().measure().horizon();
        double[][][] numbers = new double[Said.ROWS][places.size()][steps];
        for (int place = 0; place < places.size(); place++) {
            boolean mayBeNegative = about.mayBeNegative().get(place);
            boolean speaks = Trust.reason(snapshot, place, "").isEmpty();
            double scale = snapshot.now().scale(place);
            for (int step = 0; step < steps; step++) {
                double raw = speaks ? snapshot.forecast(place, step) : Double.NaN;
                double size = about.parameters().size(scale, raw);
                numbers[Said.VALUE][place][step] = mayBeNegative ? raw : Math.max(0, raw);
                numbers[Said.HALF80][place][step] = saved.widths().half(0, place, step, size);
                numbers[Said.HALF95][place][step] = saved.widths().half(1, place, step, size);
            }
            numbers[Said.BASELINE][place] =
                    baselines.computeIfAbsent(
                            places.get(place), name -> baseline(speaking.now(), name, steps));
        }
        Instant[] times = new Instant[steps];
        for (int step = 0; step < steps; step++) {
            times[step] = snapshot.now().at(step);
        }
        return new Said(about.name(), version, stage, places, times, numbers);
    }

    /** What the seasonal baseline says that did best at a place lately. */
    private static double[] baseline(PlacesNow now, String place, int steps) {
        int series = now.find(place).orElseThrow();
        SeasonalNow.Said said = SeasonalNow.say(now.features(), series, now.origin(), steps);
        boolean mayBeNegative = now.hasNegative(series);
        return said.value().stream()
                .mapToDouble(value -> mayBeNegative ? value : Math.max(0, value))
                .toArray();
    }
}

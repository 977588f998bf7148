package town.nagar.forecast.model;

import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import town.nagar.forecast.series.Step;

/** The models there are. */
public final class Models {
    /** The one that mixes the others by what they did before. */
    public static final String ENSEMBLE = "ensemble";

    private Models() {}

    /** The seasonal baselines that suit a step. */
    public static List<Forecaster> baselines(Step step) {
        List<Forecaster> models = new ArrayList<>();
        models.add(SeasonalBaseline.LAST.forecaster());
        if (step.isWithinDay()) {
            models.add(SeasonalBaseline.YESTERDAY.forecaster());
        }
        if (step.minutes() > 0) {
            models.add(SeasonalBaseline.LAST_WEEK.forecaster());
            models.add(SeasonalBaseline.WEEK_MEAN.forecaster());
            models.add(SeasonalBaseline.WEEK_MEDIAN.forecaster());
        }
        models.add(SeasonalBaseline.MEAN_3.forecaster());
        return List.copyOf(models);
    }

    /** The usual models that suit a step, cheapest first, seasonal baselines before all. */
    public static List<Forecaster> suiting(Step step) {
        List<Forecaster> models = new ArrayList<>(baselines(step));
        models.add(step.minutes() > 0 ? new Smooth() : new Drift());
        Ridge ridge = new Ridge();
        models.add(ridge);
        models.add(Boosted.plain());
        models.add(Boosted.on(ridge));
        if (step.minutes() == 0) {
            models.add(Boosted.forest(false));
        }
        return List.copyOf(models);
    }

    /** All models that suit a step: the usual ones, and then those that learn for minutes. */
    public static List<Forecaster> all(Step step) {
        List<Forecaster> models = new ArrayList<>(suiting(step));
        if (step.minutes() > 0) {
            models.add(Boosted.forest(true));
            models.add(Boosted.document());
            models.add(new ProphetEach());
        }
        if (step.isWithinDay()) {
            models.add(new ArNetEach());
            models.add(new Lstm());
        }
        return List.copyOf(models);
    }

    /**
     * The seasonal baselines, and of all models those of some names; of no names the usual ones.
     *
     * @throws IllegalArgumentException if there is no model of a name at this step
     */
    public static List<Forecaster> named(Step step, List<String> names) {
        List<String> known = all(step).stream().map(Forecaster::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "model '%s' is not known at a step of %s; allowed: %s"
                                .formatted(name, step.words(), String.join(", ", known)));
            }
        }
        Set<String> wanted = new HashSet<>(names);
        baselines(step).forEach(baseline -> wanted.add(baseline.name()));
        return names.isEmpty()
                ? suiting(step)
                : all(step).stream().filter(model -> wanted.contains(model.name())).toList();
    }

    /** The same, which have nothing to learn. */
    public static List<Learnt> seasonal(Step step) {
        List<String> names = baselines(step).stream().map(Forecaster::name).toList();
        return Arrays.stream(SeasonalBaseline.values())
                .filter(baseline -> names.contains(baseline.word()))
                .map(SeasonalBaseline::learnt)
                .toList();
    }

    /**
     * Reads what a model of a name wrote.
     *
     * @throws IOException if there is no such model, or the bytes are not its
     */
    public static Learnt read(String name, DataInput in) throws IOException {
        return switch (name) {
            case Smooth.NAME -> Smooth.read(in);
            case Ridge.NAME -> Ridge.read(in);
            case Drift.NAME -> Drift.read(in);
            case Boosted.PLAIN, Boosted.ON_RIDGE, Boosted.DOCUMENT, Boosted.FOREST ->
                    Boosted.read(name, in);
            case ProphetEach.NAME -> ProphetEach.read(in);
            case ArNetEach.NAME -> ArNetEach.read(in);
            case Lstm.NAME -> LstmNets.read(in);
            case ENSEMBLE -> Mixture.read(in);
            default ->
                    Arrays.stream(SeasonalBaseline.values())
                            .filter(baseline -> baseline.word().equals(name))
                            .findFirst()
                            .map(SeasonalBaseline::learnt)
                            .orElseThrow(() -> new IOException("no model is named " + name));
        };
    }
}

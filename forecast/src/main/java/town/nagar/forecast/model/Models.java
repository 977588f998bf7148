package town.nagar.forecast.model;

import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import town.nagar.forecast.series.Step;

/** The models there are. */
public final class Models {
    /** The one that mixes the others by what they did before. */
    public static final String ENSEMBLE = "ensemble";

    private Models() {}

    /** All models that suit a step, cheapest first. */
    public static List<Forecaster> suiting(Step step) {
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
        models.add(new Smooth());
        models.add(new Ridge());
        models.add(Boosted.plain());
        models.add(Boosted.onRidge());
        return List.copyOf(models);
    }

    /** The seasonal baselines that suit a step. */
    public static List<Forecaster> baselines(Step step) {
        List<String> fitted = List.of(Smooth.NAME, Ridge.NAME, Boosted.PLAIN, Boosted.ON_RIDGE);
        return suiting(step).stream().filter(model -> !fitted.contains(model.name())).toList();
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
            case Boosted.PLAIN, Boosted.ON_RIDGE -> Boosted.read(name, in);
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

package town.nagar.forecast.model;

import java.util.ArrayList;
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
}

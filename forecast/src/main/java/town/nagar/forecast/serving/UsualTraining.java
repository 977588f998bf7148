package town.nagar.forecast.serving;

import java.util.List;
import town.nagar.contracts.Domain;
import town.nagar.forecast.model.Models;
import town.nagar.forecast.model.Taste;
import town.nagar.forecast.series.Covariates;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.training.Training;

/** How the models of a running town are made: with an effort that leaves the machine to others. */
public final class UsualTraining {
    private static final long SEED = 1;
    private static final int TREES = 100;
    private static final int ROWS = 16_000;
    private static final List<String> TRIED =
            List.of("smooth", "drift", "ridge", "gbm", "ensemble");

    private UsualTraining() {}

    /**
     * The training of a measure's model.
     *
     * @param known all values there are, on a grid that ends with the last one
     */
    public static Training of(Measure measure, Panel known) {
        Panel panel = known.reaching(known.length() + measure.horizon());
        Taste usual = Training.taste(measure.domain(), panel);
        Taste taste =
                measure.domain() == Domain.AGRICULTURE ? usual : usual.withEffort(TREES, ROWS);
        return new Training(
                measure.model(),
                measure.domain(),
                panel,
                Covariates.none(),
                known.length(),
                measure.horizon(),
                TRIED,
                Models.ENSEMBLE,
                taste,
                SEED);
    }
}

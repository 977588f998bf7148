package town.nagar.forecast.rollout;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import town.nagar.contracts.Domain;
import town.nagar.forecast.series.Covariates;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.training.FoldErrors;
import town.nagar.forecast.training.FoldErrors.Stretch;
import town.nagar.forecast.training.Trained;
import town.nagar.forecast.training.Trainer;
import town.nagar.forecast.training.Training;
import town.nagar.forecast.training.TwoPlaces;

/** Small trained models, with evidence as it is wanted. */
public final class Made {
    private static final int HOURS = 45 * 24;
    private static final int ORIGINS = 40;
    private static final int HORIZON = 6;

    private Made() {}

    /**
     * A ridge regression of two places.
     *
     * @param seed differs, and so do the model's bytes
     */
    static Trained trained(String name, long seed) {
        double[][] values = new double[2][HOURS];
        for (int series = 0; series < 2; series++) {
            for (int i = 0; i < HOURS; i++) {
                double course = 20 * StrictMath.sin(2 * Math.PI * (i % 24) / 24);
                values[series][i] = 80 + course + Math.floorMod(i * 31L + series + seed * 7, 11);
            }
        }
        Panel panel = TwoPlaces.panel(values, HORIZON);
        var training =
                new Training(
                        name,
                        Domain.TRAFFIC,
                        panel,
                        Covariates.none(),
                        HOURS,
                        HORIZON,
                        List.of("ridge"),
                        "ridge",
                        Training.taste(Domain.TRAFFIC, panel).withEffort(5, 1_000),
                        seed);
        return new Trainer(2, _ -> {}).train(training);
    }

    /** The same with evidence that the gate lets pass, or does not. */
    public static Trained judged(Trained trained, boolean passes) {
        return new Trained(
                trained.model(),
                errors(passes ? 1 : 2.5),
                trained.baseline(),
                errors(2),
                trained.board());
    }

    private static FoldErrors errors(double own) {
        Map<String, List<Double>> baselines = new TreeMap<>();
        for (String name : List.of("last", "yesterday", "last-week", "week-mean")) {
            baselines.put(name, Collections.nCopies(ORIGINS, 2.0));
        }
        List<Double> each = Collections.nCopies(ORIGINS, own);
        Stretch stretch =
                new Stretch(
                        "6h",
                        1,
                        each,
                        baselines,
                        Collections.nCopies(ORIGINS, 80.0),
                        Collections.nCopies(ORIGINS, 95.0));
        return new FoldErrors("1h", stretch, List.of(stretch));
    }
}

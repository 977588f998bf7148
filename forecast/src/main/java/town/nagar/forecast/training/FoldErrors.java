package town.nagar.forecast.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import town.nagar.forecast.model.Problem;
import town.nagar.forecast.series.Step;

/**
 * How a model and the seasonal baselines erred on the same forecasts of the folds: what a promotion
 * is judged by.
 *
 * <p>The first fold is left out: weights and intervals have nothing to come from before it.
 *
 * @param step of the series, such as {@code 1h}
 * @param stretches of steps ahead, each judged on its own
 */
public record FoldErrors(String step, List<Stretch> stretches) {
    private static final long MINUTES_AN_HOUR = 60;
    private static final long MINUTES_A_DAY = 1440;

    /**
     * Steps ahead that are judged together.
     *
     * @param horizon its far end, such as {@code 24h}
     * @param own mean absolute error of each origin, in order of time, in the series' unit
     * @param baselines the same of each baseline by its name, on the same origins
     * @param coverage80Percent share of truths that the 80 % intervals held
     * @param coverage95Percent share of truths that the 95 % intervals held
     */
    public record Stretch(
            String horizon,
            List<Double> own,
            Map<String, List<Double>> baselines,
            double coverage80Percent,
            double coverage95Percent) {
        public Stretch {
            own = List.copyOf(own);
            baselines = Map.copyOf(baselines);
        }
    }

    public FoldErrors {
        stretches = List.copyOf(stretches);
    }

    static FoldErrors of(
            Problem problem,
            List<Fold> folds,
            int[] bands,
            Judgement own,
            List<Judgement> baselines) {
        Step step = problem.panel().grid().step();
        List<Stretch> stretches = new ArrayList<>();
        for (int band = 0; band <= bands[bands.length - 1]; band++) {
            stretches.add(new Origins(problem, folds, bands, band, own, baselines).stretch(step));
        }
        return new FoldErrors(words(step, 1), stretches);
    }

    /** So many steps in words, such as {@code 24h}. */
    static String words(Step step, int steps) {
        long minutes = step.minutes() * steps;
        if (minutes == 0) {
            return step.months() * steps + "mo";
        }
        if (minutes % MINUTES_A_DAY == 0 && !step.isWithinDay()) {
            return minutes / MINUTES_A_DAY + "d";
        }
        return minutes % MINUTES_AN_HOUR == 0 ? minutes / MINUTES_AN_HOUR + "h" : minutes + "min";
    }

    /** The errors of one band, origin by origin. */
    private static final class Origins {
        private final Problem problem;
        private final List<Fold> folds;
        private final int[] bands;
        private final int band;
        private final List<Judgement> models = new ArrayList<>();
        private final List<List<Double>> errors = new ArrayList<>();

        Origins(
                Problem problem,
                List<Fold> folds,
                int[] bands,
                int band,
                Judgement own,
                List<Judgement> baselines) {
            this.problem = problem;
            this.folds = folds;
            this.bands = bands;
            this.band = band;
            models.add(own);
            models.addAll(baselines);
            models.forEach(_ -> errors.add(new ArrayList<>()));
        }

        Stretch stretch(Step step) {
            for (int fold = 1; fold < folds.size(); fold++) {
                for (int origin = 0; origin < folds.get(fold).origins().size(); origin++) {
                    add(fold, origin);
                }
            }
            Map<String, List<Double>> baselines = new LinkedHashMap<>();
            for (int model = 1; model < models.size(); model++) {
                baselines.put(models.get(model).model(), errors.get(model));
            }
            Judgement own = models.getFirst();
            return new Stretch(
                    words(step, end()),
                    errors.getFirst(),
                    baselines,
                    own.coveragePercent(0, band),
                    own.coveragePercent(1, band));
        }

        private int end() {
            int end = bands.length;
            while (bands[end - 1] != band) {
                end--;
            }
            return end;
        }

        /** An origin counts where a truth and all models' forecasts are known. */
        private void add(int fold, int origin) {
            double[] sums = new double[models.size()];
            double[] one = new double[models.size()];
            int count = 0;
            for (int series = 0; series < problem.panel().size(); series++) {
                for (int step = 0; step < bands.length; step++) {
                    if (bands[step] == band && isKnown(fold, origin, series, step, one)) {
                        for (int model = 0; model < sums.length; model++) {
                            sums[model] += one[model];
                        }
                        count++;
                    }
                }
            }
            for (int model = 0; model < sums.length && count > 0; model++) {
                errors.get(model).add(sums[model] / count);
            }
        }

        private boolean isKnown(int fold, int origin, int series, int step, double[] out) {
            int at = folds.get(fold).origins().get(origin) + step;
            double truth = problem.panel().at(series, at);
            for (int model = 0; model < out.length; model++) {
                out[model] = Math.abs(truth - models.get(model).said(fold, origin, series, step));
                if (Double.isNaN(out[model])) {
                    return false;
                }
            }
            return true;
        }
    }
}

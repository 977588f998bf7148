package town.nagar.forecast.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import town.nagar.forecast.model.Problem;
import town.nagar.forecast.series.Step;

/**
 * How a model and the seasonal baselines erred on the same forecasts of the folds: what a promotion
 * is judged by.
 *
 * <p>The first fold is left out, of what intervals held the second too: weights, and the errors
 * that intervals come from, have nothing to come from before.
 *
 * @param step of the series, such as {@code 1h}
 * @param together all stretches as one; see {@link Together}
 * @param stretches of steps ahead, each judged on its own
 */
public record FoldErrors(String step, Stretch together, List<Stretch> stretches) {
    private static final int FIRST_JUDGED = 1;
    private static final long MINUTES_AN_HOUR = 60;
    private static final long MINUTES_A_DAY = 1440;

    /**
     * Steps ahead that are judged together.
     *
     * @param horizon its far end, such as {@code 24h}
     * @param overlap how many origins in a row have forecasts of the same times; 1 if none
     * @param own mean absolute error of each origin, in order of time, in the series' unit
     * @param baselines the same of each baseline by its name, on the same origins
     * @param held80Percents share of truths that the 80 % intervals held, of each origin that has
     *     intervals, in order of time
     * @param held95Percents the same of the 95 % intervals
     */
    public record Stretch(
            String horizon,
            int overlap,
            List<Double> own,
            Map<String, List<Double>> baselines,
            List<Double> held80Percents,
            List<Double> held95Percents) {
        public Stretch {
            own = List.copyOf(own);
            baselines = Map.copyOf(baselines);
            held80Percents = List.copyOf(held80Percents);
            held95Percents = List.copyOf(held95Percents);
        }

        /**
         * A stretch from errors of origins, of which those that are not known are left out.
         *
         * @param errors by model, the judged one first, and origin
         * @param held shares in percent by level and origin
         */
        static Stretch of(
                String horizon,
                int overlap,
                double[][] errors,
                List<String> names,
                double[][] held) {
            List<List<Double>> known = Arrays.stream(errors).map(Stretch::known).toList();
            Map<String, List<Double>> baselines = new LinkedHashMap<>();
            for (int model = 1; model < errors.length; model++) {
                baselines.put(names.get(model - 1), known.get(model));
            }
            return new Stretch(
                    horizon, overlap, known.getFirst(), baselines, known(held[0]), known(held[1]));
        }

        private static List<Double> known(double[] values) {
            return Arrays.stream(values).filter(value -> !Double.isNaN(value)).boxed().toList();
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
        List<OriginErrors.Said> said = new ArrayList<>(List.of(own::said));
        baselines.forEach(one -> said.add(one::said));
        List<String> names = baselines.stream().map(Judgement::model).toList();
        var origins = new OriginErrors(problem, folds, bands, said);
        double apart = Fold.apart(folds);
        List<double[][]> errors = new ArrayList<>();
        List<double[][]> held = new ArrayList<>();
        List<Stretch> stretches = new ArrayList<>();
        for (int band = 0; band <= bands[bands.length - 1]; band++) {
            errors.add(origins.of(band, FIRST_JUDGED, folds.size()));
            held.add(new double[][] {own.heldPercents(0, band), own.heldPercents(1, band)});
            stretches.add(
                    Stretch.of(
                            words(step, end(bands, band)),
                            overlap(end(bands, band), apart),
                            errors.getLast(),
                            names,
                            held.getLast()));
        }
        int overlap = overlap(bands.length, apart);
        return new FoldErrors(words(step, 1), Together.of(errors, held, names, overlap), stretches);
    }

    /** The step after the last of a band. */
    static int end(int[] bands, int band) {
        int end = bands.length;
        while (bands[end - 1] != band) {
            end--;
        }
        return end;
    }

    private static int overlap(int steps, double apart) {
        return (int) Math.max(1, Math.ceil(steps / apart));
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
}

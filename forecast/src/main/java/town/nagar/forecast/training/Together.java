package town.nagar.forecast.training;

import java.util.List;
import town.nagar.forecast.training.FoldErrors.Stretch;

/**
 * All stretches of steps ahead as one, in which each counts alike: the error of an origin is the
 * mean over stretches of its error there as a share of what the stretch's best baseline errs by in
 * the mean. A mean over steps would be the far stretches' alone, as they are the longest.
 */
final class Together {
    /** What all stretches are called. */
    private static final String ALL = "all horizons";

    private Together() {}

    /**
     * The stretches as one, on the origins that are known in all of them.
     *
     * @param errors of each stretch by model, the judged one first, and origin; NaN if not known
     * @param held of each stretch by level and origin, in percent; NaN if not known
     * @param names of the baselines
     * @param overlap of the furthest
     */
    static Stretch of(
            List<double[][]> errors, List<double[][]> held, List<String> names, int overlap) {
        double[][] shares = new double[errors.getFirst().length][errors.getFirst()[0].length];
        for (double[][] one : errors) {
            add(one, best(one, errors), shares, errors.size());
        }
        return Stretch.of(ALL, overlap, shares, names, mean(held));
    }

    private static void add(double[][] errors, double best, double[][] shares, int stretches) {
        for (int model = 0; model < errors.length; model++) {
            for (int origin = 0; origin < errors[model].length; origin++) {
                double share = best == 0 ? errors[model][origin] : errors[model][origin] / best;
                shares[model][origin] += share / stretches;
            }
        }
    }

    /** The least mean error of a baseline on the origins that are known in all stretches. */
    private static double best(double[][] errors, List<double[][]> all) {
        double best = Double.POSITIVE_INFINITY;
        for (int model = 1; model < errors.length; model++) {
            double[] one = errors[model];
            double sum = 0;
            int known = 0;
            for (int origin = 0; origin < one.length; origin++) {
                if (isKnown(all, origin)) {
                    sum += one[origin];
                    known++;
                }
            }
            best = Math.min(best, known == 0 ? Double.POSITIVE_INFINITY : sum / known);
        }
        return best;
    }

    private static boolean isKnown(List<double[][]> all, int origin) {
        return all.stream().noneMatch(one -> Double.isNaN(one[0][origin]));
    }

    private static double[][] mean(List<double[][]> held) {
        double[][] means = new double[held.getFirst().length][held.getFirst()[0].length];
        for (int level = 0; level < means.length; level++) {
            for (int origin = 0; origin < means[level].length; origin++) {
                double sum = 0;
                for (double[][] one : held) {
                    sum += one[level][origin];
                }
                means[level][origin] = sum / held.size();
            }
        }
        return means;
    }
}

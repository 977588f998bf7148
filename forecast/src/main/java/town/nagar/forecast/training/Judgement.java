package town.nagar.forecast.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import town.nagar.forecast.backtest.Score;
import town.nagar.forecast.interval.Bounds;
import town.nagar.forecast.interval.Conformal;
import town.nagar.forecast.interval.HalfWidths;
import town.nagar.forecast.model.Problem;

/**
 * How good one model was in the folds. Intervals of a fold come from the errors in the folds before
 * it but the first, so the first two have none.
 */
final class Judgement {
    /** Levels of the intervals. */
    static final List<Double> LEVELS = List.of(0.8, 0.95);

    /** The first fold whose errors count for intervals: before it a mix has no weights yet. */
    private static final int FIRST_LEARNT = 1;

    private final Problem problem;
    private final List<Fold> folds;
    private final Walked walked;
    private final double[] naive;
    private final boolean[] mayBeNegative;
    private final Conformal conformal;
    private final List<Score> byFold = new ArrayList<>();
    private final Score whole = new Score();
    private final int[] bands;

    /** By band and origin of all folds. */
    private final int[][] judged;

    /** By level, band and origin of all folds. */
    private final int[][][] held;

    private Judgement(Problem problem, List<Fold> folds, int[] bands, Walked walked) {
        this.problem = problem;
        this.folds = folds;
        this.walked = walked;
        this.bands = bands.clone();
        int most = bands[bands.length - 1] + 1;
        int origins = folds.stream().mapToInt(fold -> fold.origins().size()).sum();
        this.judged = new int[most][origins];
        this.held = new int[LEVELS.size()][most][origins];
        int size = problem.panel().size();
        this.naive = new double[size];
        this.mayBeNegative = new boolean[size];
        for (int series = 0; series < size; series++) {
            naive[series] = Score.naive(problem.panel(), series, folds.getFirst().end());
            mayBeNegative[series] = problem.panel().hasNegative(series, folds.getFirst().end());
        }
        this.conformal =
                new Conformal(size, bands, LEVELS.stream().mapToDouble(level -> level).toArray());
    }

    static Judgement of(Problem problem, List<Fold> folds, int[] bands, Walked walked) {
        var judgement = new Judgement(problem, folds, bands, walked);
        for (int fold = 0; fold < folds.size(); fold++) {
            judgement.judge(fold);
            if (fold >= FIRST_LEARNT) {
                judgement.learn(fold);
            }
        }
        return judgement;
    }

    private interface Case {
        void take(int origin, int series, int step, double truth, double value, double size);
    }

    private void each(int fold, Case each) {
        List<Integer> origins = folds.get(fold).origins();
        for (int origin = 0; origin < origins.size(); origin++) {
            for (int series = 0; series < problem.panel().size(); series++) {
                double scale = problem.features().scale(series, origins.get(origin));
                for (int step = 0; step < problem.horizon(); step++) {
                    double truth = problem.panel().at(series, origins.get(origin) + step);
                    double value = walked.value(fold, origin, series, step);
                    if (!Double.isNaN(truth - value)) {
                        double size = problem.taste().size(scale, value);
                        double least = said(fold, origin, series, step);
                        each.take(origin, series, step, truth, least, size);
                    }
                }
            }
        }
    }

    /** What the model said, which is not below 0 where no value was; NaN for nothing. */
    double said(int fold, int origin, int series, int step) {
        double value = walked.value(fold, origin, series, step);
        return mayBeNegative[series] ? value : Math.max(0, value);
    }

    private void judge(int fold) {
        Score score = new Score();
        int before = folds.subList(0, fold).stream().mapToInt(one -> one.origins().size()).sum();
        each(
                fold,
                (origin, series, step, truth, value, size) -> {
                    score.add(truth, value, naive[series]);
                    whole.add(truth, value, naive[series]);
                    if (fold > FIRST_LEARNT) {
                        Bounds[] bounds = bounds(series, step, value, size);
                        score.judge(truth, bounds);
                        whole.judge(truth, bounds);
                        count(bands[step], before + origin, truth, bounds);
                    }
                });
        byFold.add(score);
    }

    private void count(int band, int origin, double truth, Bounds[] bounds) {
        judged[band][origin]++;
        for (int level = 0; level < bounds.length; level++) {
            held[level][band][origin] += bounds[level].hold(truth) ? 1 : 0;
        }
    }

    private Bounds[] bounds(int series, int step, double value, double size) {
        Bounds[] bounds = new Bounds[LEVELS.size()];
        double least = mayBeNegative[series] ? Double.NEGATIVE_INFINITY : 0;
        for (int level = 0; level < bounds.length; level++) {
            double half = conformal.half(level, series, step, size);
            bounds[level] = new Bounds(Math.max(least, value - half), value + half);
        }
        return bounds;
    }

    private void learn(int fold) {
        each(
                fold,
                (_, series, step, truth, value, size) -> {
                    conformal.learn(series, step, truth - value, size);
                });
    }

    String model() {
        return walked.model();
    }

    /** Over all folds; coverage and width without the first two. */
    Score whole() {
        return whole;
    }

    /**
     * Share of truths of a band that a level's intervals held, in percent.
     *
     * @return by origin of all folds, in order of time; NaN where there was no interval or no truth
     */
    double[] heldPercents(int level, int band) {
        double[] percents = new double[judged[band].length];
        Arrays.setAll(percents, i -> 100.0 * held[level][band][i] / judged[band][i]);
        return percents;
    }

    List<Score> byFold() {
        return List.copyOf(byFold);
    }

    /** Half-widths from the errors in all folds. */
    HalfWidths widths() {
        return HalfWidths.of(conformal, LEVELS.size(), problem.panel().size(), problem.horizon());
    }
}

package town.nagar.simulation.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Purpose;
import town.nagar.engine.uncertainty.Interval;
import town.nagar.engine.uncertainty.Percentiles;

/**
 * Fits parameters by least squares, without derivatives, and says what the fit is worth.
 *
 * <p>The search is BOBYQA (Powell: The BOBYQA algorithm for bound constrained optimization without
 * derivatives. Report DAMTP 2009/NA06), which is local: the start matters. The last blocks are held
 * out of the fit. Intervals come from fitting again to the other blocks drawn with replacement,
 * whole blocks at a time, so that hours of one block may depend on each other.
 */
public final class Calibration {
    private static final Purpose RESAMPLE = new Purpose(1_201, "block of a calibration's resample");
    private static final double LEVEL = 0.95;
    private static final double TRUST_AT_FIRST = 0.1;
    private static final double TRUST_AT_LAST = 1e-7;

    /** Shares of the parameters' ranges within which the ends of intervals lie. */
    private static final double TRUST_OF_RESAMPLES = 1e-4;

    private static final double AT_BOUND = 1e-6;
    private static final int MOST_EVALUATIONS = 50_000;
    private static final int LEAST_BLOCKS = 8;
    private static final int MOST_RESAMPLES = 10_000;

    private final List<Parameter> parameters;
    private final Misfit misfit;
    private final int trained;
    private final double[] squares;
    private int evaluations;

    private Calibration(List<Parameter> parameters, Misfit misfit, int trained) {
        this.parameters = List.copyOf(parameters);
        this.misfit = misfit;
        this.trained = trained;
        this.squares = new double[misfit.blocks()];
    }

    /**
     * Fits the parameters to the first blocks and tries them on the rest.
     *
     * @param parameters 2 or more
     * @param heldOutShare share of the blocks that only judge, between 0 and 1
     * @param resamples for the intervals, 20 to 10,000
     * @param seed of the resamples
     * @throws IllegalArgumentException naming what is out of its range
     */
    public static CalibrationReport fit(
            List<Parameter> parameters,
            Misfit misfit,
            double heldOutShare,
            int resamples,
            long seed) {
        int heldOut = (int) Math.round(misfit.blocks() * heldOutShare);
        int trained = misfit.blocks() - heldOut;
        if (!(heldOutShare > 0 && heldOutShare < 1) || heldOut < 1 || trained < LEAST_BLOCKS) {
            throw new IllegalArgumentException(
                    "%d blocks, of which a share of %s is held out; allowed are %d or more to fit and some to judge"
                            .formatted(misfit.blocks(), heldOutShare, LEAST_BLOCKS));
        }
        if (parameters.size() < 2 || resamples < 20 || resamples > MOST_RESAMPLES) {
            throw new IllegalArgumentException(
                    "%d parameters, %d resamples; allowed are 2 or more, and 20 to %d"
                            .formatted(parameters.size(), resamples, MOST_RESAMPLES));
        }
        return new Calibration(parameters, misfit, trained).report(resamples, seed);
    }

    private CalibrationReport report(int resamples, long seed) {
        double[] start = parameters.stream().mapToDouble(Parameter::start).toArray();
        var once = new double[trained];
        Arrays.fill(once, 1);
        double[] best = search(start, once, TRUST_AT_LAST);
        double[][] again = resampled(best, resamples, Chance.of(seed, 0));
        List<CalibrationReport.Fitted> fitted = new ArrayList<>();
        for (int n = 0; n < best.length; n++) {
            Arrays.sort(again[n]);
            Interval interval = Percentiles.middle(again[n], LEVEL);
            Parameter own = parameters.get(n);
            double share = own.share(best[n]);
            boolean atBound = Math.min(share, 1 - share) < AT_BOUND;
            fitted.add(new CalibrationReport.Fitted(own.name(), best[n], interval, atBound));
        }
        return new CalibrationReport(
                fitted,
                error(best, 0, trained),
                error(best, trained, misfit.blocks()),
                error(start, trained, misfit.blocks()),
                trained,
                misfit.blocks() - trained,
                evaluations);
    }

    private double[][] resampled(double[] best, int resamples, Chance chance) {
        var values = new double[best.length][resamples];
        for (int resample = 0; resample < resamples; resample++) {
            var weights = new double[trained];
            for (int draw = 0; draw < trained; draw++) {
                weights[(int) (chance.uniform(draw, resample, RESAMPLE) * trained)]++;
            }
            double[] found = search(best, weights, TRUST_OF_RESAMPLES);
            for (int n = 0; n < best.length; n++) {
                values[n][resample] = found[n];
            }
        }
        return values;
    }

    /** The least weighted sum of squares, over its value at the start. */
    private double[] search(double[] from, double[] weights, double trust) {
        int count = parameters.size();
        var shares = new double[count];
        Arrays.setAll(shares, n -> parameters.get(n).share(from[n]));
        double scale = Math.max(Double.MIN_NORMAL, weighted(from, weights));
        var optimizer = new BOBYQAOptimizer(2 * count + 1, TRUST_AT_FIRST, trust);
        double[] found =
                optimizer
                        .optimize(
                                new MaxEval(MOST_EVALUATIONS),
                                new ObjectiveFunction(
                                        point -> weighted(values(point), weights) / scale),
                                GoalType.MINIMIZE,
                                new SimpleBounds(new double[count], ones(count)),
                                new InitialGuess(shares))
                        .getPoint();
        return values(found);
    }

    private static double[] ones(int count) {
        var ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private double[] values(double[] shares) {
        var values = new double[shares.length];
        Arrays.setAll(values, n -> parameters.get(n).atShare(Math.max(0, Math.min(1, shares[n]))));
        return values;
    }

    private double weighted(double[] values, double[] weights) {
        evaluations++;
        misfit.squares(values, squares);
        double sum = 0;
        for (int block = 0; block < trained; block++) {
            sum += weights[block] * squares[block];
        }
        return sum;
    }

    /** Root of the mean squared error of some blocks. */
    private double error(double[] values, int from, int until) {
        misfit.squares(values, squares);
        double sum = 0;
        long observations = 0;
        for (int block = from; block < until; block++) {
            sum += squares[block];
            observations += misfit.observations(block);
        }
        return Math.sqrt(sum / observations);
    }
}

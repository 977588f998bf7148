package town.nagar.checks.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import town.nagar.engine.uncertainty.sensitivity.SaltelliDesign;
import town.nagar.engine.uncertainty.sensitivity.SobolIndex;
import town.nagar.engine.uncertainty.sensitivity.SobolIndices;
import town.nagar.engine.uncertainty.sensitivity.TestFunction;

/** Ishigami's function, whose shares of variance are known. */
final class UncertaintyChapter {
    private static final TestFunction ISHIGAMI = new TestFunction.Ishigami(7, 0.1);
    private static final int SEEDS = 30;
    private static final double[] FIRST = {0.31390519114781146, 0.4424111447900409, 0};
    private static final double[] TOTAL = {
        0.5575888552099592, 0.4424111447900409, 0.2436836640621477
    };

    /** Samples, then the error of first and total indices that another program reached. */
    private static final double[][] KNOWN = {
        {256, 0.053, 0.060}, {1024, 0.0084, 0.0051}, {4096, 0.0027, 0.0014}
    };

    private UncertaintyChapter() {}

    static Chapter write() {
        List<Comparison> rows = new ArrayList<>();
        List<Double> samples = new ArrayList<>();
        List<List<Double>> errors = List.of(new ArrayList<>(), new ArrayList<>());
        for (double[] known : KNOWN) {
            double[] error = meanError((int) known[0]);
            samples.add(known[0]);
            for (int kind = 0; kind < 2; kind++) {
                errors.get(kind).add(error[kind]);
                rows.add(
                        Comparison.noWorse(
                                "N = %.0f: mean of the largest error of %s, %d seeds"
                                        .formatted(known[0], kind == 0 ? "S" : "ST", SEEDS),
                                known[1 + kind],
                                error[kind]));
            }
        }
        return new Chapter(
                "Uncertainty",
                """
                Ishigami and Homma (ISUMA'90) with a = 7, b = 0.1: S = (0.3139, 0.4424, 0), ST = (0.5576, 0.4424, 0.2437)
                in closed form. Beside ours the errors that scrambled Sobol points reach with the estimators of
                Saltelli (2010) and Jansen (1999) elsewhere: the mean over 30 seeds of the largest error of three inputs.\
                """,
                rows,
                Optional.of(plot(samples, errors)));
    }

    /** Of first and of total indices. */
    private static double[] meanError(int samples) {
        var error = new double[2];
        for (long seed = 1; seed <= SEEDS; seed++) {
            var design = SaltelliDesign.sobol(ISHIGAMI.factors(), samples, seed);
            List<SobolIndex> indices =
                    SobolIndices.of(design, design.outputs(() -> ISHIGAMI, 1), 0.95, 1, 1);
            double first = 0;
            double total = 0;
            for (int factor = 0; factor < FIRST.length; factor++) {
                SobolIndex index = indices.get(factor);
                first = Math.max(first, Math.abs(index.first() - FIRST[factor]));
                total = Math.max(total, Math.abs(index.total() - TOTAL[factor]));
            }
            error[0] += first / SEEDS;
            error[1] += total / SEEDS;
        }
        return error;
    }

    private static Plot plot(List<Double> samples, List<List<Double>> errors) {
        List<Double> first = new ArrayList<>();
        List<Double> total = new ArrayList<>();
        for (double[] known : KNOWN) {
            first.add(known[1]);
            total.add(known[2]);
        }
        return new Plot(
                "validation-ishigami.svg",
                "Error of the indices of Ishigami's function",
                "samples N (5 N runs)",
                "mean largest error",
                true,
                List.of(
                        new Plot.Series("ours, S", false, samples, errors.get(0)),
                        new Plot.Series("known, S", true, samples, first),
                        new Plot.Series("ours, ST", false, samples, errors.get(1)),
                        new Plot.Series("known, ST", true, samples, total)));
    }
}

package town.nagar.forecast.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import town.nagar.forecast.model.Problem;

class StandInTest {
    private static final int HOURS = 45 * 24;
    private static final int HORIZON = 6;

    /** The first three steps are one band, the last three another. */
    private static final int[] BANDS = {0, 0, 0, 1, 1, 1};

    private static final List<String> BASELINES = List.of("last", "week-mean");
    private static final double[] FOUND = {0.1, 0.2, 0.7};

    private final SplittableRandom random = new SplittableRandom(9);
    private final Training training = TwoPlaces.training(new double[2][HOURS], HORIZON, 1);
    private final Problem problem = training.problem(training.holidays());
    private final List<Fold> folds = training.folds(problem.features());

    /** How large a model's errors are in a fold and band. */
    private interface Size {
        double of(int fold, int band);
    }

    /** Forecasts of what is always 0, so that they are the errors. */
    private Walked walked(String name, Size size) {
        List<double[][][]> values = new ArrayList<>();
        for (int fold = 0; fold < folds.size(); fold++) {
            double[][][] said = new double[folds.get(fold).origins().size()][2][HORIZON];
            for (double[][] origin : said) {
                for (double[] series : origin) {
                    for (int step = 0; step < HORIZON; step++) {
                        series[step] = size.of(fold, BANDS[step]) * (1 + random.nextDouble() / 9);
                    }
                }
            }
            values.add(said);
        }
        return new Walked(name, values);
    }

    private double[][] weights(Size mix, int before) {
        List<Walked> models =
                List.of(
                        walked("last", (_, band) -> band == 0 ? 2 : 4),
                        walked("week-mean", (_, _) -> 3),
                        walked("ridge", (_, _) -> 5));
        var standIn = new StandIn(problem, folds, BANDS, models, BASELINES, walked("mix", mix));
        return standIn.weights(new double[][] {FOUND, FOUND}, before);
    }

    @Test
    void theBestBaselineStandsInWhereTheMixDidWorse() {
        double[][] weights = weights((_, _) -> 3.5, 5);
        assertThat(weights[0]).containsExactly(1, 0, 0);
        assertThat(weights[1]).containsExactly(0, 1, 0);
    }

    @Test
    void aMixThatDidBetterStaysInItsBand() {
        double[][] weights = weights((_, _) -> 2.5, 5);
        assertThat(weights[0]).containsExactly(1, 0, 0);
        assertThat(weights[1]).containsExactly(FOUND);
    }

    @Test
    void aLossWithinChanceIsNone() {
        double[][] weights = weights((_, band) -> band == 0 ? 2.0001 : 3.0001, 5);
        assertThat(weights[0]).containsExactly(FOUND);
        assertThat(weights[1]).containsExactly(FOUND);
    }

    @Test
    void foldsThatAreNotKnownYetSayNothing() {
        Size worseFromTheThird = (fold, _) -> fold < 2 ? 1 : 9;
        assertThat(weights(worseFromTheThird, 2)[0]).containsExactly(FOUND);
        assertThat(weights(worseFromTheThird, 4)[0]).containsExactly(1, 0, 0);
    }

    @Test
    void aMixThatHadNoWeightsYetIsNotJudged() {
        Size worseAtFirst = (fold, _) -> fold == 0 ? 9 : 1;
        assertThat(weights(worseAtFirst, 1)[0]).containsExactly(FOUND);
        assertThat(weights(worseAtFirst, 5)[0]).containsExactly(FOUND);
    }
}

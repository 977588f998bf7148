package town.nagar.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import town.nagar.contracts.Domain;
import town.nagar.forecast.feature.FeatureSet;
import town.nagar.forecast.series.Covariates;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.series.Step;
import town.nagar.forecast.series.TimeGrid;

class DriftTest {
    private static Problem years(double[]... values) {
        var grid =
                new TimeGrid(
                        LocalDateTime.of(2000, 1, 1, 0, 0), Step.ofMonths(12), values[0].length);
        List<String> names = List.of("a", "b").subList(0, values.length);
        Panel panel = Panel.of(grid, names, values);
        Taste taste = Taste.of(Domain.AGRICULTURE, false);
        boolean[] none = new boolean[panel.length()];
        var features = new FeatureSet(panel, Covariates.none(), none, taste.base());
        return new Problem(features, 1, Phases.of(List.of(0), 1), taste, 1);
    }

    private static double[] said(Problem problem, int end) {
        double[][] out = new double[problem.panel().size()][1];
        int[] all = problem.panel().size() == 1 ? new int[] {0} : new int[] {0, 1};
        new Drift().learn(problem, end).forecast(problem.features(), all, end, out);
        return problem.panel().size() == 1 ? out[0] : new double[] {out[0][0], out[1][0]};
    }

    @Test
    void aLevelThatNeverMovesGoesOn() {
        assertThat(said(years(new double[] {5, 5, 5, 5, 5, 5, 5, Double.NaN}), 7))
                .containsExactly(5);
    }

    @Test
    void halfOfASharedRiseIsCarriedOn() {
        double[] rising = new double[12];
        for (int year = 0; year < 12; year++) {
            rising[year] = 100 + 10 * year;
        }
        // at rate 0.6 the level lags (1 - 0.6) / 0.6 rises behind the last value, nearly; the
        // largest
        // part, a half, of the drift carries it 1 / 0.6 of the mean slope on
        double level = 100;
        for (int year = 1; year < 11; year++) {
            level += 0.6 * (rising[year] - level);
        }
        double slope = 10.0; // of any two years
        double mean = 150;
        double expected = level + 0.5 * (slope / mean) * mean / 0.6;
        assertThat(said(years(rising), 11)[0]).isCloseTo(expected, within(1e-9));
    }

    @Test
    void aSeriesWithoutValuesHasNoForecast() {
        double[] none = new double[9];
        java.util.Arrays.fill(none, Double.NaN);
        double[] some = {3, 4, 3, 5, 4, 3, 4, 5, 4};
        double[] said = said(years(some, none), 8);
        assertThat(said[0]).isBetween(3.0, 5.0);
        assertThat(said[1]).isNaN();
    }
}

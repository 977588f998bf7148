package town.nagar.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import town.nagar.contracts.Domain;
import town.nagar.forecast.feature.FeatureSet;
import town.nagar.forecast.series.Covariates;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.series.Step;
import town.nagar.forecast.series.TimeGrid;

class RidgeTest {
    private static final int DAY = 24;
    private static final int END = 40 * DAY;

    private static Problem problem() {
        double[][] values = new double[1][50 * DAY];
        var random = new SplittableRandom(8);
        java.util.Arrays.setAll(values[0], i -> 50 + i % DAY + random.nextGaussian());
        var grid = new TimeGrid(LocalDateTime.of(2021, 3, 1, 0, 0), Step.ofMinutes(60), 50 * DAY);
        Panel panel = Panel.of(grid, List.of("a"), values);
        Taste taste = Taste.of(Domain.TRAFFIC, true).withEffort(20, 2000);
        boolean[] holidays = new boolean[panel.length()];
        var features = new FeatureSet(panel, Covariates.none(), holidays, taste.base());
        return new Problem(features, 2, Phases.of(List.of(0), DAY), taste, 3);
    }

    private static double[][] said(Learnt learnt, Problem problem) {
        double[][] out = new double[1][2];
        learnt.forecast(problem.features(), new int[] {0}, END, out);
        return out;
    }

    @Test
    void whatWasLearntIsNotLearntAnew() {
        Problem problem = problem();
        var ridge = new Ridge();
        assertThat(ridge.learn(problem, END)).isSameAs(ridge.learn(problem, END));
    }

    @Test
    void whatIsKeptIsOfItsOwnProblemAndEnd() {
        Problem problem = problem();
        var ridge = new Ridge();
        Learnt earlier = ridge.learn(problem, END - 10 * DAY);
        Learnt later = ridge.learn(problem, END);
        assertThat(later).isNotSameAs(earlier);
        assertThat(ridge.learn(problem(), END)).isNotSameAs(later);
        assertThat(said(later, problem))
                .isDeepEqualTo(said(new Ridge().learn(problem, END), problem));
    }
}

package town.nagar.forecast.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import town.nagar.forecast.interval.Bounds;

/** Figures worked out by hand for truths 10, 20, 0, 30 and forecasts 12, 17, 1, 30. */
class ScoreTest {
    private static final Offset<Double> EXACT = within(1e-12);

    private static Score score() {
        var score = new Score();
        double[] truth = {10, 20, 0, 30};
        double[] said = {12, 17, 1, 30};
        for (int i = 0; i < truth.length; i++) {
            score.add(truth[i], said[i], 3);
            score.judge(
                    truth[i],
                    new Bounds(said[i] - 1, said[i] + 1),
                    new Bounds(said[i] - 2, said[i] + 2));
        }
        return score;
    }

    @Test
    void errorsAreMeans() {
        assertThat(score().mae()).isCloseTo((2 + 3 + 1 + 0) / 4.0, EXACT);
        assertThat(score().rmse()).isCloseTo(Math.sqrt((4 + 9 + 1 + 0) / 4.0), EXACT);
        assertThat(score().mase()).isCloseTo(1.5 / 3, EXACT);
    }

    @Test
    void aTruthOfZeroHasNoRelativeError() {
        assertThat(score().mapePercent()).isCloseTo(100 * (0.2 + 0.15 + 0) / 3, EXACT);
        assertThat(score().wapePercent()).isCloseTo(100 * 6 / 60.0, EXACT);
    }

    @Test
    void r2IsTheShareOfVarianceExplained() {
        assertThat(score().r2()).isCloseTo(1 - 14 / 500.0, EXACT);
    }

    @Test
    void coverageCountsTruthsWithinTheBounds() {
        assertThat(score().coveragePercent(0)).isCloseTo(50, EXACT);
        assertThat(score().coveragePercent(1)).isCloseTo(75, EXACT);
        assertThat(score().width(1)).isCloseTo(4, EXACT);
    }

    @Test
    void costsOfTooMuchAndTooLittleAreApart() {
        assertThat(score().bias()).isCloseTo((2 - 3 + 1) / 4.0, EXACT);
        assertThat(score().cost(1, 0)).isCloseTo(3 / 4.0, EXACT);
        assertThat(score().cost(2, 5)).isCloseTo((2 * 3 + 5 * 3) / 4.0, EXACT);
    }
}

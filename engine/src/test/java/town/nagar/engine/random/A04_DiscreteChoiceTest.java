package town.nagar.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import town.nagar.engine.course.Seeds;

/** Logit shares by hand, and picks by weight. */
final class A04_DiscreteChoiceTest {
    @Test
    void utilitiesThatDifferByTheLogOfThreeAreChosenThreeToOne() {
        var shares = new double[2];
        DiscreteChoice.logit(new double[] {Math.log(3) + 700, 700}, shares);
        assertThat(shares[0]).isCloseTo(0.75, within(1e-13));
        assertThat(shares[1]).isCloseTo(0.25, within(1e-13));
    }

    @Test
    void anAlternativeThatIsShutOutIsNeverChosen() {
        var shares = new double[] {0, Double.NEGATIVE_INFINITY, 0};
        DiscreteChoice.logit(shares, shares);
        assertThat(shares).containsExactly(0.5, 0, 0.5);
        assertThat(DiscreteChoice.pick(0.4999, shares)).isZero();
        assertThat(DiscreteChoice.pick(0.5, shares)).isEqualTo(2);
    }

    @Test
    void weightsNeedNotAddUpToOne() {
        double[] weights = {0, 2, 6, 0};
        assertThat(DiscreteChoice.pick(0x1p-53, weights)).isEqualTo(1);
        assertThat(DiscreteChoice.pick(0.26, weights)).isEqualTo(2);
        assertThat(DiscreteChoice.pick(1 - 0x1p-53, weights)).isEqualTo(2);
    }

    @Test
    void whatIsNoChoiceIsRefused() {
        assertThatThrownBy(() -> DiscreteChoice.pick(0.5, new double[] {0, 0}))
                .hasMessageContaining("add up to 0.0");
        assertThatThrownBy(() -> DiscreteChoice.pick(0.5, new double[] {1, -1}))
                .hasMessageContaining("weight 1 is -1.0");
        assertThatThrownBy(() -> DiscreteChoice.logit(new double[0], new double[0]))
                .hasMessageContaining("none of 0");
        assertThatThrownBy(() -> DiscreteChoice.logit(new double[2], new double[1]))
                .hasMessageContaining("2 utilities but 1 slots");
        assertThatThrownBy(() -> DiscreteChoice.logit(new double[] {Double.NaN}, new double[1]))
                .hasMessageContaining("utility 0 is NaN");
    }

    @Seeds(10)
    void picksFollowTheShares(long seed) {
        double[] weights = {0.1, 0.2, 0.3, 0.4};
        var counts = new int[4];
        var purpose = new Purpose(3, "mode of travel");
        for (int agent = 0; agent < 40_000; agent++) {
            counts[DiscreteChoice.pick(Chance.of(seed, 0).uniform(agent, 0, purpose), weights)]++;
        }
        for (int alternative = 0; alternative < 4; alternative++) {
            assertThat(counts[alternative] / 40_000.0)
                    .isCloseTo(weights[alternative], within(0.0125));
        }
    }
}

package town.nagar.engine.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import town.nagar.engine.random.Chance;

/** Obeying a rule among neighbours. */
final class P03_ObeyingTest {
    private static final int PEOPLE = 4000;

    private static Citizens citizens(RuleResponse response) {
        return Citizens.of(
                CitizenTraits.of(PEOPLE),
                NeighbourNetwork.smallWorld(PEOPLE, 10, 0.2, 1),
                SmallTown.TASTE,
                response,
                0.1,
                SmallTown.MINUTES_PER_KM);
    }

    private static double shareAfter(int days, RuleResponse response) {
        var citizens = citizens(response);
        var all = new byte[PEOPLE];
        Arrays.fill(all, (byte) 63);
        for (int day = 0; day < days; day++) {
            citizens.step(
                    24 * day + Citizens.RULE_HOUR,
                    Chance.of(3, 0),
                    new double[1],
                    SmallTown.MINUTES_PER_KM,
                    all);
        }
        return citizens.obeying() / (double) PEOPLE;
    }

    @Test
    void withoutInfluenceEachDecidesAlone() {
        double alone = 1 / (1 + StrictMath.exp(-0.7));
        assertThat(shareAfter(3, new RuleResponse(0.2, 0.5, 0))).isCloseTo(alone, within(0.03));
    }

    /** The share that solves m = 1 / (1 + exp(-(h + 2 J (m - 1/2)))), Brock, Durlauf 2001. */
    @Test
    void weakInfluenceSettlesAtTheFixedPointOfTheMean() {
        double share = 0.5;
        for (int round = 0; round < 100; round++) {
            share = 1 / (1 + StrictMath.exp(-(0.3 + 2 * 0.5 * (share - 0.5))));
        }
        assertThat(shareAfter(20, new RuleResponse(0.1, 0.2, 0.5))).isCloseTo(share, within(0.03));
    }

    @Test
    void strongInfluenceKeepsATownThatObeysNotAsItIs() {
        assertThat(shareAfter(10, new RuleResponse(0, 0, 5))).isLessThan(0.1);
    }

    @Test
    void aFineTipsIt() {
        assertThat(shareAfter(10, new RuleResponse(0, 6, 5))).isGreaterThan(0.9);
    }

    @Test
    void whatIsNoResponseIsRefused() {
        assertThatThrownBy(() -> new RuleResponse(0, -1, 0)).hasMessageContaining("-1.0");
    }
}

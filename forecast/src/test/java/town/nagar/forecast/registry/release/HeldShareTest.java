package town.nagar.forecast.registry.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import town.nagar.forecast.registry.release.WalkForward.Chance;

class HeldShareTest {
    private static final int TOWNS = 400;
    private static final int PLACES = 20;

    /**
     * Shares that intervals of a level hold whose truths stray together: at each origin by the mean
     * of the same so many of as many shocks, of which half is the town's and half the place's.
     */
    private static double[] held(Random random, int origins, int overlap, double width) {
        double[] shocks = new double[origins + overlap];
        Arrays.setAll(shocks, _ -> random.nextGaussian());
        double[] percents = new double[origins];
        for (int i = 0; i < origins; i++) {
            double town = Arrays.stream(shocks, i, i + overlap).sum() / Math.sqrt(2.0 * overlap);
            int inside = 0;
            for (int place = 0; place < PLACES; place++) {
                double error = town + random.nextGaussian() / Math.sqrt(2);
                inside += Math.abs(error) <= width ? 1 : 0;
            }
            percents[i] = 100.0 * inside / PLACES;
        }
        return percents;
    }

    /** How often a share is told from the level that it has, in percent of towns. */
    private static double toldApart(
            int origins, int overlap, int told, double width, double level) {
        Random random = new Random(11);
        int apart = 0;
        for (int town = 0; town < TOWNS; town++) {
            double[] held = held(random, origins, overlap, width);
            Chance chance = HeldShare.chance(held, told, town);
            apart += chance.lowPercent() > level || chance.highPercent() < level ? 1 : 0;
        }
        return 100.0 * apart / TOWNS;
    }

    /**
     * The normal distribution holds 80 % within 1.2816 of its mean. Of 50 blocks the interval is as
     * sure as it says, which is 5 %; of five it is not, and less so if nothing is said of overlaps.
     */
    @Test
    void chanceIsSeldomTakenForAMissThoughForecastsOverlap() {
        assertThat(toldApart(200, 4, 4, 1.2816, 80)).isLessThan(7);
        assertThat(toldApart(60, 12, 12, 1.2816, 80)).isLessThan(15);
        assertThat(toldApart(60, 12, 1, 1.2816, 80)).isGreaterThan(20);
    }

    /** Within 0.85 it holds 60 %. */
    @Test
    void aMissIsFoundWhereOriginsAreMany() {
        assertThat(toldApart(120, 4, 4, 0.85, 80)).isGreaterThan(90);
    }

    @Test
    void whereAllWasHeldBlocksAreTrialsOfOneOutcome() {
        double[] all = new double[100];
        Arrays.fill(all, 100);
        double twenty = 100 * Math.pow(0.025, 1 / 20.0);
        assertThat(HeldShare.chance(all, 5, 1).lowPercent()).isCloseTo(twenty, within(1e-9));
        assertThat(HeldShare.chance(all, 5, 1).highPercent()).isEqualTo(100);
        Chance none = HeldShare.chance(new double[100], 5, 1);
        assertThat(none.lowPercent()).isZero();
        assertThat(none.highPercent()).isCloseTo(100 - twenty, within(1e-9));
    }

    @Test
    void sharesEndAtNoneAndAll() {
        Chance chance = HeldShare.chance(new double[] {0, 100, 100, 0}, 2, 1);
        assertThat(chance.lowPercent()).isZero();
        assertThat(chance.highPercent()).isEqualTo(100);
    }

    @Test
    void withoutOriginsNothingIsKnown() {
        assertThatThrownBy(() -> HeldShare.chance(new double[0], 1, 1))
                .hasMessageContaining("0 origins");
    }
}

package town.nagar.engine.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import town.nagar.engine.random.Chance;
import town.nagar.engine.town.policy.Policy;

/** The same seed gives the same bits: for any threads, order of runs, and after a restart. */
class T03_SameBitsTest {
    private static final double[] USUAL = {};

    private static TownResult study(int threads) {
        return TownStudy.run(
                SmallTown.PLAN,
                Policy.none(),
                SmallTown.ODD_EVEN,
                SmallTown.settings(3, 40, threads),
                Progress.NONE);
    }

    @Test
    void oneTwoAndSevenThreadsFindTheSame() {
        TownResult one = study(1);
        assertThat(study(2).estimates()).isEqualTo(one.estimates());
        assertThat(study(7).estimates()).isEqualTo(one.estimates());
        assertThat(one.get(Measure.PM25).baseline().standardDeviation()).isPositive();
        assertThat(one.get(Measure.CAR_TRIPS).difference().meanInterval().high()).isNegative();
    }

    @Test
    void aRunRemembersNothingOfTheOneBefore() {
        var run = SmallTown.with(TownWatch.NONE);
        var first = new double[Measure.count()];
        var again = new double[Measure.count()];
        run.run(Chance.of(1, 4), USUAL, first);
        run.run(Chance.of(1, 5), USUAL, again);
        assertThat(again).isNotEqualTo(first);
        run.run(Chance.of(1, 4), USUAL, again);
        assertThat(again).isEqualTo(first);
    }

    @Test
    void aSavedRunGoesOnAsIfItHadNotStopped() {
        for (int stop : new int[] {1, 9, 24, 37}) {
            var whole = SmallTown.with(TownWatch.NONE);
            whole.begin(Chance.of(1, 4), USUAL);
            for (int hour = 0; hour < stop; hour++) {
                whole.step(hour);
            }
            byte[] saved = whole.save(stop);
            var other = SmallTown.with(TownWatch.NONE);
            other.begin(Chance.of(1, 4), USUAL);
            assertThat(other.restore(saved)).isEqualTo(stop);
            for (int hour = stop; hour < 48; hour++) {
                whole.step(hour);
                other.step(hour);
            }
            var left = new double[Measure.count()];
            var right = new double[Measure.count()];
            whole.tell(left);
            other.tell(right);
            assertThat(right).isEqualTo(left);
            assertThat(other.save(48)).isEqualTo(whole.save(48));
        }
    }

    @Test
    void aStateOfAnotherTownIsRefused() {
        var run = SmallTown.without(TownWatch.NONE);
        run.begin(Chance.of(1, 4), USUAL);
        byte[] saved = SmallTown.with(TownWatch.NONE).save(0);
        assertThatThrownBy(() -> run.restore(saved))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no state of this town");
    }

    @Test
    void aStudyEndsWhenItIsToldTo() {
        assertThatThrownBy(() ->
                        TownStudy.run(
                                SmallTown.PLAN,
                                Policy.none(),
                                SmallTown.settings(1, 40, 1),
                                (pairs, most) -> pairs < 3))
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("after 3 of 40 pairs");
    }
}

package town.nagar.engine.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One, two and seven threads, and any order of the runs, give the same bits. */
final class U05_SameForAnyThreadsTest {
    private static PairedResult run(int threads) {
        return PairedStudy.of(SmallTown.FACTORS, Points.sobol(3, 4, 8), 3, 1)
                .run(
                        SmallTown::baseline,
                        SmallTown::policy,
                        new StopRule(64, 4096, 0.9, 0.02, 0),
                        threads);
    }

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {1, 2, 7})
    void everyFigureHasTheSameBits(int threads) {
        var one = run(1);
        var many = run(threads);
        assertThat(many.differences(0)).containsExactly(one.differences(0));
        assertThat(many.difference(0)).isEqualTo(one.difference(0));
        assertThat(many.baseline(0)).isEqualTo(one.baseline(0));
        assertThat(many.correlation(0)).isEqualTo(one.correlation(0));
    }

    /** The last run done first, by hand, from the same keys. */
    @Test
    void aRunOnItsOwnGivesWhatItGaveAmongTheOthers() {
        double[] all =
                PairedStudy.of(SmallTown.FACTORS, Points.byChance(5), 5, 1)
                        .run(SmallTown::baseline, SmallTown::policy, StopRule.afterRuns(300), 2)
                        .differences(0);
        var inputs = new double[4];
        var out = new double[2];
        for (int run = 299; run >= 0; run--) {
            for (int factor = 0; factor < 4; factor++) {
                double u = Points.byChance(5).coordinate(run, factor);
                inputs[factor] = SmallTown.FACTORS.get(factor).distribution().quantile(u);
            }
            var chance = town.nagar.engine.random.Chance.of(5, run);
            SmallTown.policy().run(chance, inputs, out);
            double with = out[0];
            SmallTown.baseline().run(chance, inputs, out);
            assertThat(all[run]).isEqualTo(with - out[0]);
        }
    }

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {1, 2, 7})
    void everyPieceIsDoneOnce(int threads) {
        var done = new AtomicIntegerArray(1000);
        Workers.forEach(17, 1000, threads, () -> done::incrementAndGet);
        for (int piece = 0; piece < 1000; piece++) {
            assertThat(done.get(piece)).isEqualTo(piece < 17 ? 0 : 1);
        }
    }

    @Test
    void aFailureReachesTheCallerAsItIs() {
        assertThatThrownBy(() ->
                        Workers.forEach(
                                0,
                                100,
                                2,
                                () ->
                                        piece -> {
                                            throw new ArithmeticException("piece " + piece);
                                        }))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith("piece");
        assertThatThrownBy(() -> Workers.forEach(0, 1, 0, () -> _ -> {}))
                .hasMessageContaining("1 or more");
    }
}

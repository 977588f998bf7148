package town.nagar.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import town.nagar.engine.course.Seeds;

/** A draw depends on what it is for, and on nothing else. */
final class A02_ChanceTest {
    private static final Purpose WAKE_HOUR = new Purpose(1, "wake hour");
    private static final Purpose MODE = new Purpose(2, "mode of travel");
    private static final int AGENTS = 10_000;

    @Test
    void theCounterIsAgentStepRunAndPurposeWithDraw() {
        long published = Philox.half(false, 7, 11, 3, (2 << 16) | 5, 0x89abcdef, 0x01234567);
        assertThat(Chance.of(0x0123456789abcdefL, 3).bits(7, 11, MODE, 5)).isEqualTo(published);
    }

    @Test
    void everyPartOfTheKeyChangesTheDraw() {
        var draws = new HashSet<Long>();
        draws.add(Chance.of(1, 1).bits(1, 1, WAKE_HOUR));
        draws.add(Chance.of(2, 1).bits(1, 1, WAKE_HOUR));
        draws.add(Chance.of(1L << 40, 1).bits(1, 1, WAKE_HOUR));
        draws.add(Chance.of(1, 2).bits(1, 1, WAKE_HOUR));
        draws.add(Chance.of(1, 1).bits(2, 1, WAKE_HOUR));
        draws.add(Chance.of(1, 1).bits(1, 2, WAKE_HOUR));
        draws.add(Chance.of(1, 1).bits(1, 1, MODE));
        draws.add(Chance.of(1, 1).bits(1, 1, WAKE_HOUR, 1));
        assertThat(draws).hasSize(8);
    }

    @Test
    void theFirstDrawIsDrawZero() {
        var chance = Chance.of(42, 0);
        assertThat(chance.uniform(5, 6, MODE)).isEqualTo(chance.uniform(5, 6, MODE, 0));
    }

    @Test
    void neitherZeroNorOneComesOut() {
        assertThat(Chance.toUniform(0)).isEqualTo(0x1p-53);
        assertThat(Chance.toUniform(-1)).isEqualTo(1 - 0x1p-53).isLessThan(1);
    }

    @Test
    void aDrawThatDoesNotFitIsRefusedByNumber() {
        assertThatThrownBy(() -> Chance.of(1, 1).bits(0, 0, MODE, 65_536))
                .hasMessage("draw 65536 for 'mode of travel'; allowed are 0 to 65535");
    }

    @Test
    void twoPurposesOfOneNumberAreRefused() {
        assertThatThrownBy(() ->
                        Purpose.requireDistinct(List.of(WAKE_HOUR, MODE, new Purpose(2, "shop"))))
                .hasMessage("purposes 'mode of travel' and 'shop' share the number 2");
    }

    @Test
    void purposesThatAreNoneAreRefused() {
        assertThatThrownBy(() -> new Purpose(65_536, "shop")).hasMessageContaining("0 to 65535");
        assertThatThrownBy(() -> new Purpose(1, " ")).hasMessage("purpose 1 has no name");
    }

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {1, 2, 7})
    void anyNumberOfThreadsDrawsTheSameBits(int threads)
            throws InterruptedException, ExecutionException {
        var inOneGo = new double[AGENTS];
        Chance.of(99, 4).uniforms(17, WAKE_HOUR, inOneGo);
        assertThat(drawnBy(threads)).containsExactly(inOneGo);
    }

    private static double[] drawnBy(int threads) throws InterruptedException, ExecutionException {
        var out = new double[AGENTS];
        var chance = Chance.of(99, 4);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Void>> shares = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int first = thread;
                shares.add(() -> {
                    for (int agent = first; agent < AGENTS; agent += threads) {
                        out[agent] = chance.uniform(agent, 17, WAKE_HOUR);
                    }
                    return null;
                });
            }
            for (Future<Void> share : pool.invokeAll(shares)) {
                share.get();
            }
        }
        return out;
    }

    @Test
    void aStepOfDrawsLeavesNoGarbage() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        var chance = Chance.of(1, 1);
        var out = new double[64];
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 100; attempt++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            chance.uniforms(attempt, MODE, out);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isZero();
    }

    @Seeds(20)
    void drawsFillTheUnitIntervalEvenly(long seed) {
        var out = new double[100_000];
        Chance.of(seed, 0).uniforms(0, MODE, out);
        var counts = new int[100];
        for (double value : out) {
            counts[(int) (value * 100)]++;
        }
        double chiSquare = 0;
        for (int count : counts) {
            chiSquare += (count - 1000.0) * (count - 1000.0) / 1000.0;
        }
        // 99 degrees of freedom: 45 and 174 are beyond the one-in-a-million points
        assertThat(chiSquare).isBetween(45.0, 174.0);
    }
}

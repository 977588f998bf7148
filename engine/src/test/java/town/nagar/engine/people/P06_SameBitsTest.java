package town.nagar.engine.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Purpose;

/** The same bits for any threads and after a restart, and nothing for the collector. */
final class P06_SameBitsTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int HOURS = 24 * 12;

    private static SmallTown town() {
        return new SmallTown(500, 200, 40, 20, 9);
    }

    private static byte[] run(int number) {
        var town = town();
        for (int hour = 0; hour < HOURS; hour++) {
            town.step(hour, Chance.of(5, number));
        }
        return town.state(HOURS);
    }

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {1, 2, 7})
    void runsSideBySideGiveTheBitsOfRunsInTurn(int threads)
            throws InterruptedException, ExecutionException {
        List<Callable<byte[]>> runs = new ArrayList<>();
        for (int run = 0; run < 14; run++) {
            int number = run;
            runs.add(() -> run(number));
        }
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Future<byte[]>> results = pool.invokeAll(runs);
            for (int run = 0; run < 14; run++) {
                assertThat(results.get(run).get()).containsExactly(run(run));
            }
        }
    }

    @Test
    void runsOfOtherNumbersDiffer() {
        assertThat(run(1)).isNotEqualTo(run(2));
    }

    @ParameterizedTest(name = "stopped before hour {0}")
    @ValueSource(ints = {0, 5, 100, 241})
    void aRunThatIsStoppedGoesOnWithTheSameBits(int stop) {
        var before = town();
        for (int hour = 0; hour < stop; hour++) {
            before.step(hour, Chance.of(5, 3));
        }
        var after = town();
        int hour =
                Checkpoint.restore(
                        before.state(stop), after.citizens, after.businesses, after.farms);
        assertThat(hour).isEqualTo(stop);
        for (; hour < HOURS; hour++) {
            after.step(hour, Chance.of(5, 3));
        }
        assertThat(after.state(HOURS)).containsExactly(run(3));
    }

    @Test
    void aCheckpointOfAnotherTownIsRefused() {
        byte[] saved = town().state(7);
        var other = new SmallTown(501, 200, 40, 20, 9);
        assertThatThrownBy(() ->
                        Checkpoint.restore(saved, other.citizens, other.businesses, other.farms))
                .hasMessage("a checkpoint of 500 citizens; allowed are 501");
        assertThatThrownBy(() ->
                        Checkpoint.restore(
                                new byte[30], other.citizens, other.businesses, other.farms))
                .hasMessageContaining("30 bytes are no checkpoint");
    }

    @Test
    void aDayAllocatesNothing() {
        var town = town();
        var chance = Chance.of(1, 0);
        long empty = least(() -> {});
        assertThat(
                        least(() -> {
                            for (int hour = 0; hour < 24; hour++) {
                                town.step(hour, chance);
                            }
                        }))
                .isEqualTo(empty);
    }

    private static long least(Runnable step) {
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 100; attempt++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            step.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    @Test
    void everyDecisionHasANumberOfItsOwn() {
        Purpose.requireDistinct(Decisions.ALL);
        assertThat(Decisions.ALL).hasSize(6);
    }
}

package town.nagar.engine.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs side by side do not touch one another. */
final class B03_SameForAnyThreadsTest {
    private static final int RUNS = 28;

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {1, 2, 7})
    void runsSideBySideGiveTheBitsOfRunsInTurn(int threads)
            throws InterruptedException, ExecutionException {
        List<Callable<double[]>> runs = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            long seed = run % 7;
            runs.add(() -> solve(seed));
        }
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Future<double[]>> results = pool.invokeAll(runs);
            for (int run = 0; run < RUNS; run++) {
                assertThat(results.get(run).get()).containsExactly(solve(run % 7));
            }
        }
    }

    private static double[] solve(long seed) {
        var assignment = Assignment.of(Roads.random(seed));
        assignment.solve(Roads.randomTrips(seed), 1e-6);
        return assignment.solve(Roads.randomTrips(seed).scaled(1.1), 1e-10).flows();
    }
}

package town.nagar.engine.water;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import town.nagar.engine.water.network.Network;

/** A step of the solver leaves nothing behind for the collector. */
final class NoGarbageTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

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
    void anHourAllocatesNothing() {
        String rules =
                """
                [RULES]
                RULE spare
                IF TANK tank LEVEL BELOW 1
                AND SYSTEM CLOCKTIME >= 8 AM
                THEN PIPE H STATUS IS CLOSED
                ELSE PIPE H STATUS IS OPEN
                [CONTROLS]
                 LINK T CLOSED IF NODE tank ABOVE 5.9
                """;
        Network network = Solved.network(RandomNetwork.inp(1, "H-W") + rules);
        HydraulicSolver solver = new HydraulicSolver(network);
        double[] demand = new double[network.junctionCount()];
        Arrays.fill(demand, 0.003);
        long empty = least(() -> {});
        assertThat(least(() -> solver.advance(demand, 3600))).isEqualTo(empty);
    }
}

package town.nagar.engine.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import town.nagar.engine.random.Chance;

/** An hour of a whole town allocates nothing. */
class T05_NoGarbageTest {
    @Test
    void anHourOfATownLeavesNoGarbage() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var run = SmallTown.with(TownWatch.NONE);
        run.run(Chance.of(1, 0), new double[0], new double[Measure.count()]);
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 100; attempt++) {
            run.begin(Chance.of(1, attempt), new double[0]);
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int hour = 0; hour < 24; hour++) {
                run.step(hour);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isZero();
    }
}

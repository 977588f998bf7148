package town.nagar.norms;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import town.nagar.norms.air.Nowcast;
import town.nagar.norms.air.Pollutant;
import town.nagar.norms.air.SubIndex;
import town.nagar.norms.time.Ist;
import town.nagar.norms.traffic.Congestion;
import town.nagar.norms.traffic.LevelOfService;
import town.nagar.norms.traffic.Pcu;

/** Norms that run once a reading leave nothing for the collector. */
class NoGarbageTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final double[] counts = {600, 300, 100, 40, 20, 5, 30, 4};
    private final double[] means = {85.5, 120, 40, 12, 60, 1.15, 30, 0.505};
    private double sum;

    @Test
    void subIndicesLeaveNoGarbage() {
        assertThat(leastAllocated(this::air)).isEqualTo(leastAllocated(this::nothing));
    }

    @Test
    void trafficLeavesNoGarbage() {
        assertThat(leastAllocated(this::traffic)).isEqualTo(leastAllocated(this::nothing));
    }

    @Test
    void bucketsLeaveNoGarbage() {
        assertThat(leastAllocated(this::buckets)).isEqualTo(leastAllocated(this::nothing));
    }

    @AfterEach
    void theResultsAreNumbers() {
        assertThat(sum).isFinite();
    }

    private void air() {
        for (int i = 0; i < means.length; i++) {
            sum += SubIndex.indexOf(Pollutant.all().get(i), means[i]);
        }
        sum += Nowcast.largest(means);
    }

    private void traffic() {
        double ratio = Pcu.perHour(Pcu.ofStream(counts, 1200), 3600) / 1500;
        sum += Congestion.level(ratio, 20, 50) + LevelOfService.of(ratio).ordinal();
    }

    private void buckets() {
        sum += Ist.bucket(1_770_000_000_123L, Ist.FIVE_MINUTES);
        sum += Ist.rainDay(1_770_000_000_123L) + Ist.hourOfWeek(1_770_000_000_123L);
    }

    private void nothing() {
        sum += 1;
    }

    private static long leastAllocated(Runnable step) {
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 100; attempt++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 100; i++) {
                step.run();
            }
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}

package town.nagar.engine.course;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What a step leaves for the collector. */
public final class Steps {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Steps() {}

    /** Bytes, the least of 100 attempts. */
    public static long leastGarbage(Runnable step) {
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 100; attempt++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            step.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}

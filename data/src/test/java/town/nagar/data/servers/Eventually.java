package town.nagar.data.servers;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for what other threads and processes do in their own time. */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_EVERY_MILLIS = 50;

    private Eventually() {}

    /** Returns once the condition holds; fails after a minute. */
    public static void holds(String what, Callable<Boolean> condition) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not in a minute: " + what);
            }
            boolean _ = never.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}

package town.nagar.kit.recurring;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A piece of work that is done again and again; when it fails it is tried again later. */
public final class Recurring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recurring.class);

    private static final Duration RETRY = Duration.ofSeconds(5);

    /** Work that may fail in any way. */
    public interface Work {
        /** Does it once. */
        void run() throws Exception;
    }

    private final Duration first;
    private final Duration every;
    private final Work work;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private boolean failing;

    private Recurring(Thread.Builder thread, Duration first, Duration every, Work work) {
        this.first = first;
        this.every = every;
        this.work = work;
        this.thread = thread.unstarted(this::loop);
    }

    /** Starts at once; the next run begins so long after the end of the one before. */
    public static Recurring start(String name, Duration every, Work work) {
        return start(Thread.ofVirtual().name(name), Duration.ZERO, every, work);
    }

    /**
     * Starts after a while.
     *
     * @param thread with a name; a platform's where native code would hold a virtual thread's
     *     carrier
     * @param first how long until the first run
     * @param every how long from the end of a run to the next
     */
    public static Recurring start(
            Thread.Builder thread, Duration first, Duration every, Work work) {
        Recurring recurring = new Recurring(thread, first, every, work);
        recurring.thread.start();
        return recurring;
    }

    private void loop() {
        try {
            Duration pause = first;
            while (!stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = once() || every.compareTo(RETRY) < 0 ? every : RETRY;
            }
        } catch (InterruptedException e) {
            LOG.debug("interrupted work={}", thread.getName());
        }
    }

    @SuppressWarnings("CatchingUnchecked") // whatever happens, the next run may go well
    private boolean once() throws InterruptedException {
        try {
            work.run();
            if (failing) {
                LOG.info("work goes on work={}", thread.getName());
                failing = false;
            }
            return true;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            if (!failing) { // said once, until it works again
                LOG.warn(
                        "work fails work={} reason={}",
                        thread.getName(),
                        String.valueOf(e.getMessage()));
            }
            LOG.debug("work failed work={}", thread.getName(), e);
            failing = true;
            return false;
        }
    }

    /** Ends it; a run under way has some seconds to end by itself. */
    @Override
    public void close() {
        stop.countDown();
        try {
            if (!thread.join(Duration.ofSeconds(20))) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it without waiting: a run under way is interrupted. */
    public void abandon() {
        stop.countDown();
        thread.interrupt();
    }
}

package town.nagar.data;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A piece of work that is done again and again; when it fails it is tried again later. */
final class Recurring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recurring.class);

    private static final Duration RETRY = Duration.ofSeconds(5);

    /** Work that may fail in any way. */
    interface Work {
        void run() throws Exception;
    }

    private final String name;
    private final Duration every;
    private final Work work;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private boolean failing;

    private Recurring(String name, Duration every, Work work) {
        this.name = name;
        this.every = every;
        this.work = work;
        thread = Thread.ofVirtual().name(name).unstarted(this::loop);
    }

    /** Starts at once; the next run begins so long after the end of the one before. */
    static Recurring start(String name, Duration every, Work work) {
        Recurring recurring = new Recurring(name, every, work);
        recurring.thread.start();
        return recurring;
    }

    private void loop() {
        try {
            Duration pause;
            do {
                pause = once() || every.compareTo(RETRY) < 0 ? every : RETRY;
            } while (!stop.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.debug("interrupted work={}", name);
        }
    }

    @SuppressWarnings("CatchingUnchecked") // whatever happens, the next run may go well
    private boolean once() throws InterruptedException {
        try {
            work.run();
            if (failing) {
                LOG.info("work goes on work={}", name);
                failing = false;
            }
            return true;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            if (!failing) { // said once, until it works again
                LOG.warn("work fails work={} reason={}", name, String.valueOf(e.getMessage()));
            }
            LOG.debug("work failed work={}", name, e);
            failing = true;
            return false;
        }
    }

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
}

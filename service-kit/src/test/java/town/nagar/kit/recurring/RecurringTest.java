package town.nagar.kit.recurring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RecurringTest {
    private static final Duration SOON = Duration.ofMillis(1);
    private static final Duration NEVER = Duration.ofDays(1);

    @Test
    void workThatFailsIsDoneAgain() throws InterruptedException {
        var runs = new CountDownLatch(3);
        try (var _ = Recurring.start("fails", SOON, () -> failAfter(runs))) {
            runs.await();
        }
    }

    private static void failAfter(CountDownLatch runs) {
        runs.countDown();
        throw new IllegalStateException("not yet");
    }

    @Test
    void theFirstRunWaitsAsLongAsItIsToldTo() throws InterruptedException {
        var ran = new CountDownLatch(1);
        try (var _ =
                Recurring.start(Thread.ofVirtual().name("later"), NEVER, SOON, ran::countDown)) {
            assertThat(ran.await(50, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    @Test
    void itRunsOnTheThreadThatIsWanted() throws InterruptedException {
        var platform = new CountDownLatch(1);
        Recurring.Work work =
                () -> {
                    if (!Thread.currentThread().isVirtual()) {
                        platform.countDown();
                    }
                };
        try (var _ = Recurring.start(Thread.ofPlatform().name("own"), Duration.ZERO, SOON, work)) {
            platform.await();
        }
    }

    @Test
    void closingLetsARunEnd() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var ended = new AtomicBoolean();
        Recurring.Work slow =
                () -> {
                    begun.countDown();
                    Thread.sleep(100);
                    ended.set(true);
                };
        try (var _ = Recurring.start("slow", NEVER, slow)) {
            begun.await();
        }
        assertThat(ended).isTrue();
    }

    @Test
    void whatIsAbandonedIsInterrupted() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        Recurring.Work endless =
                () -> {
                    begun.countDown();
                    try {
                        Thread.sleep(NEVER);
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                        throw e;
                    }
                };
        Recurring recurring = Recurring.start("endless", NEVER, endless);
        begun.await();
        recurring.abandon();
        interrupted.await();
    }
}

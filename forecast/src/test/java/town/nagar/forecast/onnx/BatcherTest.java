package town.nagar.forecast.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BatcherTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Answers each sequence with its first number; notes the sizes of what it is asked. */
    private static final class Echo implements Function<float[][][], float[]> {
        private final ConcurrentLinkedQueue<Integer> sizes = new ConcurrentLinkedQueue<>();
        private final Semaphore gate = new Semaphore(0);

        @Override
        public float[] apply(float[][][] sequences) {
            gate.acquireUninterruptibly();
            sizes.add(sequences.length);
            float[] answers = new float[sequences.length];
            for (int i = 0; i < answers.length; i++) {
                answers[i] = sequences[i][0][0];
                if (answers[i] < 0) {
                    throw new IllegalArgumentException("below 0");
                }
            }
            return answers;
        }
    }

    private static float[][] sequence(float value) {
        return new float[][] {{value}};
    }

    private static BatcherSettings settings(int most, int queue, Duration wait) {
        return new BatcherSettings(most, wait, queue, PATIENCE);
    }

    @Test
    void everyoneGetsTheirOwnAnswerAndNoBatchIsTooLarge() throws Exception {
        Echo echo = new Echo();
        echo.gate.release(1_000);
        List<Future<Float>> answers = new ArrayList<>();
        try (Batcher batcher = Batcher.start(echo, settings(32, 1_024, Duration.ofMillis(5)));
                ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 500; i++) {
                float value = i;
                answers.add(many.submit(() -> batcher.predict(sequence(value))));
            }
            for (int i = 0; i < 500; i++) {
                assertThat(answers.get(i).get()).isEqualTo(i);
            }
        }
        assertThat(echo.sizes).allMatch(size -> size <= 32);
        assertThat(echo.sizes.stream().mapToInt(size -> size).sum()).isEqualTo(500);
        assertThat(echo.sizes).hasSizeLessThan(250);
    }

    @Test
    void whatWaitsWhileTheNetIsBusyIsAnsweredTogether() throws Exception {
        Echo echo = new Echo();
        try (Batcher batcher = Batcher.start(echo, settings(8, 64, Duration.ZERO));
                ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Float>> answers = new ArrayList<>();
            answers.add(many.submit(() -> batcher.predict(sequence(0))));
            while (!echo.gate.hasQueuedThreads()) {
                Thread.onSpinWait();
            }
            for (int i = 1; i <= 8; i++) {
                float value = i;
                answers.add(many.submit(() -> batcher.predict(sequence(value))));
            }
            while (batcher.waiting() < 8) {
                Thread.onSpinWait();
            }
            echo.gate.release(2);
            for (int i = 0; i <= 8; i++) {
                assertThat(answers.get(i).get()).isEqualTo(i);
            }
        }
        assertThat(echo.sizes).containsExactly(1, 8);
    }

    @Test
    void aFullQueueRefuses() throws Exception {
        Echo echo = new Echo();
        try (Batcher batcher = Batcher.start(echo, settings(1, 2, Duration.ZERO));
                ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Float>> answers = new ArrayList<>();
            answers.add(many.submit(() -> batcher.predict(sequence(0))));
            while (!echo.gate.hasQueuedThreads()) {
                Thread.onSpinWait();
            }
            answers.add(many.submit(() -> batcher.predict(sequence(1))));
            answers.add(many.submit(() -> batcher.predict(sequence(2))));
            while (batcher.waiting() < 2) {
                Thread.onSpinWait();
            }
            assertThatThrownBy(() -> batcher.predict(sequence(3)))
                    .isInstanceOf(BatcherBusy.class)
                    .hasMessageContaining("2 requests wait");
            echo.gate.release(3);
            for (int i = 0; i < 3; i++) {
                assertThat(answers.get(i).get()).isEqualTo(i);
            }
        }
    }

    @Test
    void oneBadRequestFailsAlone() throws Exception {
        Echo echo = new Echo();
        echo.gate.release(100);
        CountDownLatch start = new CountDownLatch(1);
        try (Batcher batcher = Batcher.start(echo, settings(4, 64, Duration.ofMillis(500)));
                ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Float>> answers = new ArrayList<>();
            for (int value : new int[] {5, -1, 7, 8}) {
                answers.add(
                        many.submit(() -> {
                            start.await();
                            return batcher.predict(sequence(value));
                        }));
            }
            start.countDown();
            assertThat(answers.get(0).get()).isEqualTo(5);
            assertThat(answers.get(2).get()).isEqualTo(7);
            assertThat(answers.get(3).get()).isEqualTo(8);
            assertThatThrownBy(answers.get(1)::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whoWaitsTooLongIsToldSo() {
        Echo echo = new Echo();
        BatcherSettings hasty = new BatcherSettings(4, Duration.ZERO, 4, Duration.ofMillis(50));
        try (Batcher batcher = Batcher.start(echo, hasty)) {
            assertThatThrownBy(() -> batcher.predict(sequence(1)))
                    .isInstanceOf(BatcherBusy.class)
                    .hasMessageContaining("no answer within PT0.05S");
        } finally {
            echo.gate.release(1);
        }
    }

    @Test
    void onceClosedItRefusesWhatWaitsAndWhatComes() throws Exception {
        Echo echo = new Echo();
        Batcher batcher = Batcher.start(echo, settings(1, 8, Duration.ZERO));
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Float> first = many.submit(() -> batcher.predict(sequence(0)));
            while (!echo.gate.hasQueuedThreads()) {
                Thread.onSpinWait();
            }
            Future<Float> second = many.submit(() -> batcher.predict(sequence(1)));
            while (batcher.waiting() < 1) {
                Thread.onSpinWait();
            }
            batcher.close();
            echo.gate.release(2);
            assertThat(first.get()).isZero();
            assertThatThrownBy(second::get).hasRootCauseMessage("the batcher is closed");
            assertThatThrownBy(() -> batcher.predict(sequence(2)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the batcher is closed");
        }
    }
}

package town.nagar.ingestion.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentReadingsTest {
    private static final Duration WINDOW = Duration.ofSeconds(10);

    /** The plainest way: a map that never forgets, and the clock. */
    private static final class Twin {
        private final Map<String, long[]> seen = new HashMap<>();

        private boolean isDuplicate(int sensor, long event, long values, long now) {
            long[] last =
                    seen.getOrDefault(sensor + "@" + event, new long[] {0, Long.MIN_VALUE / 2});
            boolean recent = now - last[1] <= WINDOW.toMillis();
            if (recent && last[0] == values) {
                return true;
            }
            seen.put(sensor + "@" + event, new long[] {values, now});
            return false;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void itAgreesWithAMapThatNeverForgets(long seed) {
        Random random = new Random(seed);
        RecentReadings recent = new RecentReadings(WINDOW, 1_000_000);
        Twin twin = new Twin();
        long now = 0;
        for (int i = 0; i < 20_000; i++) {
            now += random.nextInt(20);
            int sensor = random.nextInt(40);
            long event = random.nextInt(20);
            long values = random.nextInt(3);
            boolean duplicate =
                    recent.remember(sensor, event, values, now, new CompletableFuture<>())
                            .isPresent();
            assertThat(duplicate).isEqualTo(twin.isDuplicate(sensor, event, values, now));
        }
    }

    @Test
    void memoryIsBoundedByForgettingTheOldest() {
        RecentReadings recent = new RecentReadings(WINDOW, 3_200);
        for (int i = 0; i < 100_000; i++) {
            assertThat(recent.remember(i, 0, 0, 0, new CompletableFuture<>())).isEmpty();
        }
        assertThat(recent.remember(99_999, 0, 0, 0, new CompletableFuture<>())).isPresent();
        assertThat(recent.remember(0, 0, 0, 0, new CompletableFuture<>())).isEmpty();
    }

    @Test
    void aReadingThatWasNotTakenDoesNotCount() {
        RecentReadings recent = new RecentReadings(WINDOW, 1_000);
        CompletableFuture<Void> failed = new CompletableFuture<>();
        assertThat(recent.remember(1, 1, 1, 0, failed)).isEmpty();
        failed.completeExceptionally(new IllegalStateException("refused"));
        assertThat(recent.remember(1, 1, 1, 1, new CompletableFuture<>())).isEmpty();
        assertThat(recent.remember(1, 1, 1, 2, new CompletableFuture<>())).isPresent();
    }
}

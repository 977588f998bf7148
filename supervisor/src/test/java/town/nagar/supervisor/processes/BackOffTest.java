package town.nagar.supervisor.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {
    @Test
    void pausesDoubleFromAFifthOfASecondToHalfAMinute() {
        var backOff = new BackOff();
        backOff.wasReadyFor(Duration.ofSeconds(1));

        assertThat(IntStream.range(0, 10).mapToObj(_ -> next(backOff).toMillis()))
                .containsExactly(
                        200L, 400L, 800L, 1_600L, 3_200L, 6_400L, 12_800L, 25_600L, 30_000L,
                        30_000L);
    }

    private static Duration next(BackOff backOff) {
        backOff.failed();
        return backOff.pause();
    }

    @Test
    void aChildThatNeverServedIsGivenUpAfterFourAttempts() {
        var backOff = new BackOff();
        for (int attempt = 1; attempt <= 4; attempt++) {
            assertThat(backOff.hopeless()).isFalse();
            backOff.failed();
        }
        assertThat(backOff.hopeless()).isTrue();
    }

    @Test
    void aChildThatServedIsTriedForEverAndAMinuteOfServiceClearsItsRecord() {
        var backOff = new BackOff();
        IntStream.range(0, 100).forEach(_ -> backOff.failed());
        backOff.wasReadyFor(Duration.ofSeconds(59));
        assertThat(backOff.hopeless()).isFalse();
        assertThat(next(backOff)).hasSeconds(30);

        backOff.wasReadyFor(Duration.ofSeconds(60));

        assertThat(next(backOff)).hasMillis(200);
    }
}

package town.nagar.ingestion.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimesTest {
    /** The twin is java.time's own reader. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void itAgreesWithJavasOwnReader(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            long millis = random.nextLong(-60_000_000_000_000L, 200_000_000_000_000L);
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * random.nextInt(-1_000, 1_000));
            ChronoUnit unit = random.nextBoolean() ? ChronoUnit.MILLIS : ChronoUnit.SECONDS;
            OffsetDateTime time = Instant.ofEpochMilli(millis).atOffset(offset).truncatedTo(unit);
            assertThat(EventTimes.parse(time.toString()))
                    .as(time.toString())
                    .isEqualTo(time.toInstant().toEpochMilli());
        }
    }

    @Test
    void digitsBeyondMillisecondsAreCutOff() {
        assertThat(EventTimes.parse("1970-01-01T00:00:00.0019999Z")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-29T00:00Z", "2026-04-31T00:00Z", "1900-02-29T00:00Z"})
    void aDayThatDoesNotExistIsToldApart(String text) {
        assertThat(EventTimes.parse(text)).isEqualTo(EventTimes.NO_SUCH_DAY);
    }
}

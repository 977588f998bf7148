package town.nagar.norms.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IstTest {
    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void bucketsAreThoseOfTheCalendarOverAHundredAndFiftyYears(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 10_000; i++) {
            // from 1946: Kolkata kept a war time before
            long millis = random.nextLong(-757_000_000_000L, 4_102_444_800_000L);
            ZonedDateTime local = Instant.ofEpochMilli(millis).atZone(INDIA);
            ZonedDateTime day = local.truncatedTo(ChronoUnit.DAYS);
            assertThat(Ist.day(millis)).isEqualTo(millis(day));
            assertThat(Ist.hour(millis)).isEqualTo(millis(local.truncatedTo(ChronoUnit.HOURS)));
            assertThat(Ist.bucket(millis, Ist.MINUTE))
                    .isEqualTo(millis(local.truncatedTo(ChronoUnit.MINUTES)));
            assertThat(Ist.bucket(millis, Ist.FIVE_MINUTES)).isEqualTo(millis(minutes(local, 5)));
            assertThat(Ist.bucket(millis, Ist.TEN_MINUTES)).isEqualTo(millis(minutes(local, 10)));
            assertThat(Ist.rainDay(millis)).isEqualTo(millis(plainRainDay(local)));
            assertThat(Ist.epochDay(millis)).isEqualTo(local.toLocalDate().toEpochDay());
            assertThat(Ist.hourOfDay(millis)).isEqualTo(local.getHour());
            assertThat(Ist.hourOfWeek(millis))
                    .isEqualTo(24 * (local.getDayOfWeek().getValue() - 1) + local.getHour());
        }
    }

    private static ZonedDateTime minutes(ZonedDateTime local, int step) {
        return local.truncatedTo(ChronoUnit.HOURS)
                .plusMinutes((long) step * (local.getMinute() / step));
    }

    private static ZonedDateTime plainRainDay(ZonedDateTime local) {
        ZonedDateTime start = local.truncatedTo(ChronoUnit.DAYS).plusHours(8).plusMinutes(30);
        return local.isBefore(start) ? start.minusDays(1) : start;
    }

    @Test
    void aBucketThatDoesNotDivideTheDayIsRefused() {
        assertThatThrownBy(() -> Ist.bucket(0, 7 * Ist.MINUTE)).hasMessageContaining("420000 ms");
        assertThatThrownBy(() -> Ist.bucket(0, 0)).hasMessageContaining("0 ms");
    }

    @Test
    void anHourOfIstBeginsAtHalfPastInUtc() {
        assertThat(Instant.ofEpochMilli(Ist.hour(at("2026-02-06T08:10:00+05:30"))))
                .isEqualTo(Instant.parse("2026-02-06T02:30:00Z"));
        assertThat(Instant.ofEpochMilli(Ist.day(at("2026-02-06T00:00:00+05:30"))))
                .isEqualTo(Instant.parse("2026-02-05T18:30:00Z"));
    }

    @Test
    void aRainDayBeginsAtHalfPastEightInTheMorning() {
        long start = at("2026-07-01T08:30:00+05:30");
        assertThat(Ist.rainDay(start)).isEqualTo(start);
        assertThat(Ist.rainDay(start - 1)).isEqualTo(start - Ist.DAY);
        assertThat(Ist.rainDay(start + Ist.DAY - 1)).isEqualTo(start);
    }

    @Test
    void theWeekBeginsOnMonday() {
        long monday = at("2026-02-02T00:00:00+05:30");
        assertThat(Instant.ofEpochMilli(monday).atZone(INDIA).getDayOfWeek())
                .isEqualTo(DayOfWeek.MONDAY);
        assertThat(Ist.hourOfWeek(monday)).isZero();
        assertThat(Ist.hourOfWeek(monday - 1)).isEqualTo(167);
    }

    private static long at(String text) {
        return ZonedDateTime.parse(text).toInstant().toEpochMilli();
    }

    private static long millis(ZonedDateTime time) {
        return time.toInstant().toEpochMilli();
    }
}

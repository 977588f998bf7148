package town.nagar.norms.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class IstTest {
    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    @Test
    void bucketsAreThoseOfTheCalendarOverTwoHundredYears() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (int i = 0; i < 20_000; i++) {
            // from 1946: Kolkata kept a war time before
            long millis = random.nextLong(-757_000_000_000L, 4_102_444_800_000L);
            ZonedDateTime local = Instant.ofEpochMilli(millis).atZone(INDIA);
            assertThat(Ist.day(millis)).isEqualTo(millis(local.truncatedTo(ChronoUnit.DAYS)));
            assertThat(Ist.hour(millis)).isEqualTo(millis(local.truncatedTo(ChronoUnit.HOURS)));
            assertThat(Ist.hourOfDay(millis)).isEqualTo(local.getHour());
            assertThat(Ist.hourOfWeek(millis))
                    .isEqualTo(24 * (local.getDayOfWeek().getValue() - 1) + local.getHour());
        }
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

package town.nagar.norms.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTest {
    private static final List<SpecialDay> ALL =
            Calendar.between(Calendar.FIRST, Calendar.LAST, Region.GUJARAT);

    private static LocalDate in(int year, String key) {
        return Calendar.next(key, LocalDate.of(year, 1, 1)).orElseThrow().date();
    }

    /** Dates as they were kept. */
    @ParameterizedTest
    @CsvSource({
        "diwali, 2015-11-11",
        "diwali, 2016-10-30",
        "diwali, 2017-10-19",
        "diwali, 2018-11-07",
        "diwali, 2019-10-27",
        "diwali, 2020-11-14",
        "diwali, 2021-11-04",
        "diwali, 2022-10-24",
        "diwali, 2023-11-12",
        "diwali, 2024-10-31",
        "diwali, 2025-10-20",
        "dhuleti, 2019-03-21",
        "dhuleti, 2024-03-25",
        "dhuleti, 2025-03-14",
        "janmashtami, 2024-08-26",
        "navratri, 2024-10-03",
        "dussehra, 2024-10-12",
        "bestu_varas, 2024-11-02",
        "bhai_bij, 2024-11-03",
        "id_ul_fitr, 2024-04-11",
        "bakri_id, 2024-06-17",
        "muharram, 2024-07-17",
        "rath_yatra, 2024-07-07",
        "good_friday, 2024-03-29",
        "uttarayan, 2024-01-14",
        "guru_nanak, 2024-11-15",
        "raksha_bandhan, 2024-08-19"
    })
    void festivalsFallOnTheDaysTheyWereKept(String key, LocalDate date) {
        assertThat(in(date.getYear(), key)).isEqualTo(date);
        assertThat(Calendar.on(date)).extracting(SpecialDay::key).contains(key);
    }

    @Test
    void everyDayComesOnceAYearButTheShorterMoonYearMayComeTwice() {
        for (String key : ALL.stream().map(SpecialDay::key).distinct().toList()) {
            for (int year = 2015; year <= 2030; year++) {
                int of = year;
                long times =
                        ALL.stream()
                                .filter(day -> day.key().equals(key))
                                .filter(day -> day.date().getYear() == of)
                                .count();
                assertThat(times)
                        .as("%s in %d", key, year)
                        .isEqualTo(key.equals("milad") && year == 2015 ? 2 : 1);
            }
        }
    }

    /** New Year follows Diwali at once, or after one day that belongs to neither. */
    @Test
    void theDaysOfDiwaliFollowOneAnother() {
        for (int year = 2015; year <= 2030; year++) {
            LocalDate diwali = in(year, "diwali");
            assertThat(ChronoUnit.DAYS.between(in(year, "dhanteras"), diwali)).isBetween(1L, 2L);
            assertThat(ChronoUnit.DAYS.between(diwali, in(year, "bestu_varas"))).isBetween(1L, 2L);
            assertThat(ChronoUnit.DAYS.between(in(year, "bestu_varas"), in(year, "bhai_bij")))
                    .isBetween(0L, 1L);
            assertThat(ChronoUnit.DAYS.between(in(year, "navratri"), in(year, "dussehra")))
                    .isBetween(8L, 10L);
            assertThat(in(year, "dhuleti")).isEqualTo(in(year, "holi").plusDays(1));
        }
    }

    /** Days since the new moon, of about 29.5, at which each is kept; tithis and Hijri days. */
    @ParameterizedTest
    @CsvSource({
        "maha_shivaratri, 28.1",
        "holi, 14.3",
        "ram_navami, 8.4",
        "mahavir_jayanti, 12.3",
        "buddha_purnima, 14.3",
        "rath_yatra, 1.5",
        "raksha_bandhan, 14.3",
        "janmashtami, 22.2",
        "ganesh_chaturthi, 3.4",
        "ganesh_visarjan, 13.3",
        "navratri, 0.5",
        "dussehra, 9.4",
        "dhanteras, 27.1",
        "diwali, 29.0",
        "bestu_varas, 0.5",
        "bhai_bij, 1.5",
        "guru_nanak, 14.3",
        "id_ul_fitr, 1.7",
        "bakri_id, 10.7",
        "muharram, 10.7",
        "milad, 12.7"
    })
    void theMoonIsAsOldAsTheDayAsks(String key, double age) {
        List<SpecialDay> days = ALL.stream().filter(day -> day.key().equals(key)).toList();
        assertThat(days).hasSizeGreaterThanOrEqualTo(16);
        for (SpecialDay day : days) {
            double error = Math.IEEEremainder(meanMoonAgeAtNoon(day.date()) - age, MONTH);
            assertThat(Math.abs(error)).as("%s, off by %.2f", day.date(), error).isLessThan(1.6);
        }
    }

    private static final double MONTH = 29.530588861;

    /** Mean new moons (Meeus, Astronomical Algorithms, ch. 49); the true ones differ by 0.6 d. */
    private static double meanMoonAgeAtNoon(LocalDate date) {
        double noonUtcJulianDay = date.toEpochDay() + 2440587.5 + 6.5 / 24; // 12:00 IST
        double since = noonUtcJulianDay - 2451550.09766;
        return since - MONTH * Math.floor(since / MONTH);
    }

    /** Easter Sundays as printed in almanacs; 2038 the latest there can be, 2285 the earliest. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2015-04-05",
                "2016-03-27",
                "2024-03-31",
                "2025-04-20",
                "2038-04-25",
                "2285-03-22",
                "1961-04-02",
                "2000-04-23"
            })
    void easterFollowsTheComputus(LocalDate sunday) {
        assertThat(YearlyRule.easterSunday(sunday.getYear())).isEqualTo(sunday);
    }

    @Test
    void aRegionKeepsItsOwnDaysAndThoseOfAllIndia() {
        LocalDate uttarayan = LocalDate.of(2026, 1, 14);
        assertThat(Calendar.isHoliday(uttarayan, Region.GUJARAT)).isTrue();
        assertThat(Calendar.isHoliday(uttarayan, Region.INDIA)).isFalse();
        for (int year = 2015; year <= 2030; year++) {
            for (Region region : Region.values()) {
                assertThat(Calendar.isHoliday(LocalDate.of(year, 1, 26), region)).isTrue();
                assertThat(Calendar.isHoliday(LocalDate.of(year, 8, 15), region)).isTrue();
                assertThat(Calendar.isHoliday(LocalDate.of(year, 10, 2), region)).isTrue();
            }
        }
        assertThat(Calendar.isHoliday(LocalDate.of(2026, 2, 6), Region.GUJARAT)).isFalse();
    }

    @Test
    void aFestivalAloneClosesNothing() {
        LocalDate rathYatra = in(2026, "rath_yatra");
        assertThat(Calendar.on(rathYatra)).hasSize(1);
        assertThat(Calendar.isHoliday(rathYatra, Region.GUJARAT)).isFalse();
    }

    @Test
    void whatTheMoonDecidesIsPredictedFromNovember2026On() {
        for (SpecialDay day : ALL) {
            boolean fixed =
                    ALL.stream()
                                    .filter(other -> other.key().equals(day.key()))
                                    .map(other -> other.date().getDayOfYear())
                                    .distinct()
                                    .count()
                            <= 2;
            boolean later = !day.date().isBefore(LocalDate.of(2026, 11, 1));
            boolean computed = day.key().equals("good_friday");
            assertThat(day.predicted())
                    .as("%s %s", day.date(), day.key())
                    .isEqualTo(later && !fixed && !computed);
        }
    }

    @Test
    void aDateOutsideIsRefusedNotTakenForAnOrdinaryDay() {
        assertThat(Calendar.covers(LocalDate.of(2030, 12, 31))).isTrue();
        assertThatThrownBy(() -> Calendar.on(LocalDate.of(2031, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "date 2031-01-01 is outside the calendar;"
                                + " allowed: 2015-01-01 to 2030-12-31");
        assertThatThrownBy(() -> Calendar.isHoliday(LocalDate.of(2014, 12, 31), Region.INDIA))
                .hasMessageContaining("2014-12-31");
        assertThatThrownBy(() -> Calendar.between(Calendar.LAST, Calendar.FIRST, Region.INDIA))
                .hasMessage("dates from 2030-12-31 to 2015-01-01");
    }

    @Test
    void aRangeHoldsBothItsEnds() {
        LocalDate republic = LocalDate.of(2026, 1, 26);
        assertThat(Calendar.between(republic, republic, Region.INDIA))
                .extracting(day -> day.name().gu())
                .containsExactly("પ્રજાસત્તાક દિવસ");
        assertThat(Calendar.between(republic.minusDays(13), republic, Region.INDIA)).hasSize(1);
        assertThat(Calendar.between(republic.minusDays(13), republic, Region.GUJARAT)).hasSize(3);
    }

    @Test
    void afterTheLastOfItsKindThereIsNoNext() {
        assertThat(Calendar.next("diwali", LocalDate.of(2030, 10, 27))).isEmpty();
        assertThat(Calendar.next("unheard_of", Calendar.FIRST)).isEmpty();
    }

    @Test
    void regionsAndKindsAreFewAndNamed() {
        assertThat(
                        IntStream.range(0, Region.values().length)
                                .mapToObj(i -> Region.of(Region.values()[i].code())))
                .containsExactly(Region.values());
        assertThatThrownBy(() -> Region.of("IN-MH"))
                .hasMessage("region 'IN-MH' is none of IN, IN-GJ");
        assertThatThrownBy(() -> SpecialDay.Kind.of("party")).hasMessageContaining("'party'");
    }
}

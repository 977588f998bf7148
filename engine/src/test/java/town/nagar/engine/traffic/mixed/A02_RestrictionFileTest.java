package town.nagar.engine.traffic.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules are rows of data: odd-even is one of them. */
final class A02_RestrictionFileTest {
    private static final String TABLE =
            """
            # rules of a town
            name,kinds,first_day,last_day,days,from,until,zones,plates,exempt,compliance,replaced_by
            odd-even,car,2026-03-01,2026-03-30,mon tue wed thu fri sat,08:00,20:00,all,parity,car:0.1,0.8,two_wheeler:0.3 auto:0.1

            no trucks by day,heavy lcv,2026-01-01,2026-12-31,all,07:30,24:00,1 3,all,,0.95,
            digits,car,2026-01-01,2026-12-31,all,06:00,21:00,all,mon:1/2 tue:3/4,,1,
            """;
    private static final LocalDate MONDAY_2 = LocalDate.of(2026, 3, 2);
    private static final LocalDate TUESDAY_3 = LocalDate.of(2026, 3, 3);
    private static final LocalDate SUNDAY_8 = LocalDate.of(2026, 3, 8);

    @Test
    void onEvenDaysOddPlatesAreBarred() {
        var oddEven = read(TABLE).getFirst();
        assertThat(oddEven.plates().bars(7, MONDAY_2)).isTrue();
        assertThat(oddEven.plates().bars(4, MONDAY_2)).isFalse();
        assertThat(oddEven.plates().bars(7, TUESDAY_3)).isFalse();
        assertThat(oddEven.plates().bars(0, TUESDAY_3)).isTrue();
        assertThat(oddEven.plates().barredShare(MONDAY_2)).isEqualTo(0.5);
    }

    @Test
    void halfOfTheCarsThatAreNotExemptAndObeyStayAway() {
        var oddEven = read(TABLE).getFirst();
        assertThat(oddEven.stayingAway("car", MONDAY_2, 9)).isCloseTo(0.36, within(1e-12));
        assertThat(oddEven.stayingAway("auto", MONDAY_2, 9)).isZero();
        assertThat(oddEven.replacedBy()).containsEntry("two_wheeler", 0.3).hasSize(2);
    }

    @Test
    void aRuleHoldsInItsHoursDaysAndDatesAlone() {
        var oddEven = read(TABLE).getFirst();
        assertThat(oddEven.stayingAway("car", MONDAY_2, 7)).isZero();
        assertThat(oddEven.stayingAway("car", MONDAY_2, 8)).isPositive();
        assertThat(oddEven.stayingAway("car", MONDAY_2, 19)).isPositive();
        assertThat(oddEven.stayingAway("car", MONDAY_2, 20)).isZero();
        assertThat(oddEven.stayingAway("car", SUNDAY_8, 9)).isZero();
        assertThat(oddEven.stayingAway("car", LocalDate.of(2026, 3, 31), 9)).isZero();
        assertThat(oddEven.stayingAway("car", LocalDate.of(2026, 2, 28), 9)).isZero();
    }

    @Test
    void aRuleMayHoldForPartOfAnHourAndUntilTheDayEnds() {
        var trucks = read(TABLE).get(1);
        assertThat(trucks.stayingAway("lcv", SUNDAY_8, 7)).isCloseTo(0.475, within(1e-12));
        assertThat(trucks.stayingAway("lcv", SUNDAY_8, 23)).isCloseTo(0.95, within(1e-12));
        assertThat(trucks.stayingAway("lcv", SUNDAY_8, 0)).isZero();
    }

    @Test
    void aRuleConcernsTripsThatTouchItsZones() {
        var trucks = read(TABLE).get(1);
        assertThat(trucks.concerns(1, 2)).isTrue();
        assertThat(trucks.concerns(2, 3)).isTrue();
        assertThat(trucks.concerns(2, 4)).isFalse();
        assertThat(read(TABLE).getFirst().concerns(2, 4)).isTrue();
    }

    @Test
    void digitsMayBeBarredByDayOfTheWeek() {
        var digits = read(TABLE).get(2);
        assertThat(digits.plates().barredShare(MONDAY_2)).isEqualTo(0.2);
        assertThat(digits.plates().bars(3, TUESDAY_3)).isTrue();
        assertThat(digits.plates().bars(3, MONDAY_2)).isFalse();
        assertThat(digits.stayingAway("car", SUNDAY_8, 12)).isZero();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-30 | 30.3.2026 | rules line 3: last_day is '30.3.2026'; allowed are days"
                        + " as 2026-03-01",
                "2026-03-30 | 2026-02-28 | rules line 3: last day 2026-02-28 is before first day"
                        + " 2026-03-01",
                "mon tue wed | mon funday | rules line 3: days is 'mon funday thu fri sat';"
                        + " allowed are all, or days as mon tue",
                "08:00 | 8 | rules line 3: from is '8'; allowed are times as 08:00",
                "20:00 | 07:00 | rules line 3: from 08:00 until 07:00; allowed is a later end,"
                        + " and two rules across midnight",
                "parity | odd | rules line 3: plates is 'odd'; allowed are all, parity, or days"
                        + " as mon:1/2",
                "mon:1/2 | mon:1/12 | rules line 6: plates is 'mon:1/12 tue:3/4'; allowed are"
                        + " all, parity, or days as mon:1/2",
                "car:0.1 | car | rules line 3: exempt is 'car'; allowed are entries as car:0.1",
                "car:0.1 | car:1.1 | rules line 3: exempt share of car of restriction 'odd-even'"
                        + " is 1.1; allowed are numbers from 0 to 1",
                "0.8 | most | rules line 3: compliance is 'most'; allowed are numbers from 0 to 1",
                "0.8 | 8 | rules line 3: compliance of restriction 'odd-even' is 8.0; allowed are"
                        + " numbers from 0 to 1",
                "1 3 | 1 x | rules line 5: zones is 'x'; allowed are all, or zones as 1 2 3",
                "0.8, | 0.8 | rules line 3: has 11 fields; allowed are 12"
            })
    void aRowThatCannotBeIsRefusedByLineFieldAndValue(String part, String instead, String message) {
        assertThatThrownBy(() -> read(TABLE.replace(part, instead)))
                .isInstanceOf(RestrictionFileException.class)
                .hasMessage(message);
    }

    @Test
    void anotherHeaderIsRefused() {
        assertThatThrownBy(() -> read("name,kind\n"))
                .isInstanceOf(RestrictionFileException.class)
                .hasMessageStartingWith("rules line 1: header is 'name,kind'; allowed is 'name,");
    }

    private static List<Restriction> read(String table) {
        return RestrictionFile.read(new StringReader(table), "rules");
    }
}

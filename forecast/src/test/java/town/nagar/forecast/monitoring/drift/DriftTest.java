package town.nagar.forecast.monitoring.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftTest {
    private static final int PLACES = 12;
    private static final int SEEDS = 50;
    private static final int TWO_DAYS = 48;

    private static List<Shift> shifts(MadeWeeks weeks) {
        return shifts(weeks.reference(), weeks);
    }

    private static List<Shift> shifts(Reference reference, MadeWeeks weeks) {
        return new Neighbours(reference, TWO_DAYS)
                .shifts(weeks.recent()).stream().filter(Shift::isFound).toList();
    }

    private static List<Drift> drifts(MadeWeeks weeks) {
        return weeks.reference().drifts(weeks.recent()).stream().filter(Drift::isFound).toList();
    }

    @Test
    void ordinaryWeeksRaiseNothing() {
        int drifts = 0;
        int shifts = 0;
        int judged = 0;
        int plain = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            MadeWeeks weeks = MadeWeeks.of(PLACES, seed);
            Reference reference = weeks.reference();
            List<Drift> all = reference.drifts(weeks.recent());
            judged += all.size();
            drifts += (int) all.stream().filter(Drift::isFound).count();
            plain += (int) all.stream().filter(drift -> drift.psi() > 0.1).count();
            shifts += shifts(reference, weeks).size();
        }
        assertThat(judged).isEqualTo(SEEDS * PLACES * 3);
        assertThat(drifts).as("of %d", judged).isLessThan(judged * 3 / 1000);
        assertThat(shifts).as("of %d", SEEDS * PLACES).isLessThan(SEEDS * PLACES * 3 / 1000);
        assertThat(plain)
                .as("the bare limit of 0.1 would raise many of %d", judged)
                .isGreaterThan(judged / 10);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aSensorThatDriftsIsFoundBeforeAnyOther(long seed) {
        MadeWeeks weeks = MadeWeeks.of(PLACES, seed).drifting(4, 4, 0.15);
        List<Shift> found = shifts(weeks);
        assertThat(found).hasSizeBetween(1, 2);
        Shift largest =
                found.stream()
                        .max(Comparator.comparingDouble(shift -> Math.abs(shift.scales())))
                        .orElseThrow();
        assertThat(largest.place()).isEqualTo("R004");
        assertThat(largest.scales()).isGreaterThan(5);
        LocalDateTime began =
                LocalDateTime.of(2026, 1, 5, 0, 0).plusHours(MadeWeeks.HOURS - 4 * 24);
        assertThat(largest.since()).isBetween(began.minusHours(48), began.plusHours(48));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aStuckSensorIsFoundByItsChanges(long seed) {
        List<Drift> found = drifts(MadeWeeks.of(PLACES, seed).stuck(2, 7));
        assertThat(found)
                .filteredOn(drift -> drift.place().equals("R002"))
                .extracting(Drift::feature)
                .contains(Feature.SPREAD);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatMovesAllOfThemIsADriftButNobodysFault(long seed) {
        MadeWeeks weeks = MadeWeeks.of(PLACES, seed).movedTogether(7, 1.4);
        assertThat(shifts(weeks)).hasSizeLessThanOrEqualTo(1);
        assertThat(drifts(weeks).stream().map(Drift::place).distinct().count())
                .isGreaterThan(PLACES / 2);
    }

    @Test
    void aLonePlaceIsHeldAgainstItsOwnPast() {
        MadeWeeks weeks = MadeWeeks.of(1, 3).drifting(0, 4, 0.25);
        assertThat(shifts(weeks)).extracting(Shift::place).containsExactly("R000");
        assertThat(shifts(MadeWeeks.of(1, 3))).isEmpty();
    }

    @Test
    void tooLittleIsNotJudged() {
        MadeWeeks weeks = MadeWeeks.of(PLACES, 1);
        Reference short3Weeks = new Reference(weeks.recent(), MadeWeeks.WEEK, 0.1);
        assertThat(short3Weeks.drifts(weeks.recent())).isEmpty();
        assertThat(new Neighbours(short3Weeks, MadeWeeks.WEEK).shifts(weeks.recent())).isEmpty();
        assertThat(weeks.reference().drifts(weeks.recent().before(60))).isEmpty();
    }
}

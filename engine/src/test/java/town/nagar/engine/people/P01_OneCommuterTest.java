package town.nagar.engine.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import town.nagar.engine.random.Chance;

/** Commuters one by one: where they are, what they learn, how they choose. */
final class P01_OneCommuterTest {
    private static final byte[] ALL_MODES_EACH = {63, 63, 63};
    private static final RuleResponse CAREFREE = new RuleResponse(-50, 0, 0);

    private static Citizens commuters(int people, int modes, double learning) {
        var traits = CitizenTraits.of(people);
        for (int one = 0; one < people; one++) {
            traits.set(one, 0, 1, 9, 17, 10, modes);
        }
        var network = NeighbourNetwork.smallWorld(people, 2, 0, 1);
        return Citizens.of(
                traits, network, SmallTown.TASTE, CAREFREE, learning, SmallTown.MINUTES_PER_KM);
    }

    private static void runDay(Citizens citizens, int day, double[] minutes, byte[] permitted) {
        for (int hour = 0; hour < 24; hour++) {
            citizens.step(
                    24 * day + hour, Chance.of(1, 0), new double[] {10, 100}, minutes, permitted);
        }
    }

    @Test
    void eightHoursAtWorkAreBreathedThere() {
        var citizens = commuters(3, 0, 0.5);
        runDay(citizens, 0, SmallTown.MINUTES_PER_KM, ALL_MODES_EACH);
        assertThat(citizens.exposure(0)).isEqualTo(16 * 10 + 8 * 100);
    }

    @Test
    void whoOwnsNothingWalks() {
        var citizens = commuters(3, 0, 0.5);
        runDay(citizens, 0, SmallTown.MINUTES_PER_KM, ALL_MODES_EACH);
        assertThat(citizens.mode(2)).isEqualTo(Mode.WALK);
    }

    /** T' = (1 - a) T + a T_seen, Horowitz 1984: 120, then 110, then 105. */
    @Test
    void theTimeSeenIsLearntByHalvesAndOthersStay() {
        var citizens = commuters(3, 0, 0.5);
        double[] faster = SmallTown.MINUTES_PER_KM.clone();
        faster[Mode.WALK.ordinal()] = 10;
        runDay(citizens, 0, faster, ALL_MODES_EACH);
        assertThat(citizens.learntMinutes(0, Mode.WALK)).isEqualTo(110);
        runDay(citizens, 1, faster, ALL_MODES_EACH);
        assertThat(citizens.learntMinutes(0, Mode.WALK)).isEqualTo(105);
        assertThat(citizens.learntMinutes(0, Mode.CAR)).isEqualTo(25);
    }

    /** P(m) = exp(V_m) over the sum of exp(V), McFadden 1974, written out for three open modes. */
    @Test
    void sharesAreThoseOfTheLogit() {
        int people = 20_000;
        int open = Mode.WALK.bit() | Mode.BUS.bit() | Mode.CAR.bit();
        var citizens = commuters(people, open, 0);
        var permitted = new byte[people];
        citizens.step(9, Chance.of(7, 0), new double[2], SmallTown.MINUTES_PER_KM, permitted);
        double walk = StrictMath.exp(0.8 * 0.4 - 0.05 * 120);
        double bus = StrictMath.exp(-0.3 + 0.8 * 0.3 - 0.05 * 40 - 0.03 * 15);
        double car = StrictMath.exp(0.1 + 0.8 * 1 - 0.05 * 25 - 0.03 * 80);
        double sum = walk + bus + car;
        assertThat(citizens.trips(Mode.BUS)).isCloseTo((long) (people * bus / sum), within(250L));
        assertThat(citizens.trips(Mode.CAR)).isCloseTo((long) (people * car / sum), within(250L));
        assertThat(citizens.trips(Mode.WALK)).isCloseTo((long) (people * walk / sum), within(60L));
        assertThat(citizens.trips(Mode.CYCLE)).isZero();
    }

    @Test
    void aJamMakesPeopleLessContent() {
        var calm = commuters(3, 0, 0.5);
        var jammed = commuters(3, 0, 0.5);
        double[] slow = SmallTown.MINUTES_PER_KM.clone();
        slow[Mode.WALK.ordinal()] = 30;
        runDay(calm, 0, SmallTown.MINUTES_PER_KM, ALL_MODES_EACH);
        runDay(jammed, 0, slow, ALL_MODES_EACH);
        assertThat(jammed.satisfaction(0)).isLessThan(calm.satisfaction(0));
        assertThat(jammed.satisfaction(0)).isBetween(0.0, 1.0);
    }

    @Test
    void theValueOfAnHourFollowsFromTheTastes() {
        assertThat(SmallTown.TASTE.valueOfHour()).isCloseTo(100, within(1e-9));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> CitizenTraits.of(1).set(0, 0, 0, 17, 9, 1, 0))
                .hasMessageContaining("leave 17, return 9");
        assertThatThrownBy(() -> commuters(3, 64, 0.5)).hasMessageContaining("modes 64");
        assertThatThrownBy(() -> commuters(3, 0, 1.5)).hasMessageContaining("learning 1.5");
        List<Double> six = Collections.nCopies(6, 0.0);
        assertThatThrownBy(() -> new ModeTaste(six, 0.1, -1, 0, six, six))
                .hasMessageContaining("perMinute 0.1");
        assertThatThrownBy(() -> new ModeTaste(List.of(), -1, -1, 0, six, six))
                .hasMessageContaining("constants are []");
    }
}

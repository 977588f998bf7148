package town.nagar.engine.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import town.nagar.engine.people.Fuel;
import town.nagar.engine.people.Mode;
import town.nagar.engine.people.VehicleClass;
import town.nagar.engine.random.Purpose;
import town.nagar.engine.town.plan.HourSet;
import town.nagar.engine.town.policy.PlateLimit;
import town.nagar.engine.town.policy.Policy;
import town.nagar.engine.town.preset.GridTown;

/** Whose car a rule by plate keeps at home, and when. */
class T08_PlatesTest {
    private static final HourSet DAY = HourSet.of(10, 17);
    private static final int ODD_DAY = 1;
    private static final int EVEN_DAY = 0;

    private static final Scene SCENE = scene(DAY);
    private static final Agents AGENTS = SCENE.agents;

    private static Scene scene(HourSet hours) {
        var limit =
                new PlateLimit(
                        Set.of(VehicleClass.CAR),
                        Set.of(Fuel.CNG, Fuel.ELECTRIC),
                        0,
                        hours,
                        false,
                        Set.of(),
                        1);
        return Scenes.of(
                        GridTown.small(2_000, 3_000, 0, 0),
                        Policy.none(),
                        Policy.none().named("cars").withPlates(List.of(limit)),
                        SmallTown.settings(7, 2, 1))
                .getLast();
    }

    private static boolean staysHome(int citizen, int parity) {
        return (SCENE.ruled[parity][citizen] & Mode.CAR.bit()) != 0;
    }

    private static List<Integer> ownersWho(IntPredicate are) {
        return IntStream.range(0, AGENTS.citizens)
                .filter(citizen -> AGENTS.car[citizen] != Agents.NONE)
                .filter(citizen -> AGENTS.leaveHour[citizen] != Agents.NONE)
                .filter(are)
                .boxed()
                .toList();
    }

    private static boolean isBound(int citizen) {
        Fuel fuel = AGENTS.fuel(AGENTS.car[citizen]);
        return (fuel == Fuel.PETROL || fuel == Fuel.DIESEL)
                && !AGENTS.hasCarOfOtherParity[citizen]
                && (DAY.has(AGENTS.leaveHour[citizen]) || DAY.has(AGENTS.returnHour[citizen]));
    }

    @Test
    void oddPlatesGoOutOnOddDays() {
        List<Integer> owners = ownersWho(T08_PlatesTest::isBound);
        assertThat(owners).hasSizeGreaterThan(20);
        for (int citizen : owners) {
            boolean even = AGENTS.plate[AGENTS.car[citizen]] % 2 == 0;
            assertThat(staysHome(citizen, ODD_DAY)).isEqualTo(even);
            assertThat(staysHome(citizen, EVEN_DAY)).isEqualTo(!even);
        }
    }

    @Test
    void allOthersAreLetGo() {
        List<Integer> owners = ownersWho(citizen -> !isBound(citizen));
        assertThat(owners)
                .anyMatch(citizen -> AGENTS.fuel(AGENTS.car[citizen]) == Fuel.CNG)
                .anyMatch(citizen -> AGENTS.hasCarOfOtherParity[citizen])
                .anyMatch(citizen -> !DAY.has(AGENTS.leaveHour[citizen]))
                .noneMatch(citizen -> staysHome(citizen, ODD_DAY))
                .noneMatch(citizen -> staysHome(citizen, EVEN_DAY));
    }

    @Test
    void aTwoWheelerIsNoCar() {
        for (int citizen = 0; citizen < AGENTS.citizens; citizen++) {
            int ruled = SCENE.ruled[0][citizen] | SCENE.ruled[1][citizen];
            assertThat(ruled & ~Mode.CAR.bit()).isZero();
        }
    }

    @Test
    void theRuleRestsOnSundays() {
        assertThat(IntStream.range(0, 7).filter(day -> !SCENE.ruleHolds(day)))
                .containsExactly(6); // from a Monday
    }

    @Test
    void noTwoDecisionsShareADraw() {
        Purpose.requireDistinct(Draws.ALL);
        assertThat(Draws.ALL).hasSize(21);
    }
}

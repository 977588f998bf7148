package town.nagar.engine.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import town.nagar.engine.people.Mode;
import town.nagar.engine.random.Chance;
import town.nagar.engine.town.plan.Population;
import town.nagar.engine.town.plan.Population.Households;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.policy.Policy;
import town.nagar.engine.town.preset.GridTown;

/** A typical day agrees with itself, and with what is known of ways to work. */
class T06_TypicalDayTest {
    private static final TownPlan CITY = GridTown.delhiLike(4_000, 2_000, 0, 0);
    private static final Agents PEOPLE = new Agents(CITY, 11);

    @Test
    void tripsAndTheirTimesAgreeOnBothSides() {
        for (Scene scene : SmallTown.SCENES) {
            TypicalTraffic day = scene.traffic;
            assertThat(day.gap).isLessThanOrEqualTo(TypicalTraffic.ENOUGH_GAP);
            double[][] wished = day.choice.expect(day.minutes, day.km);
            double apart = 0;
            double all = 0;
            for (int hour = 0; hour < wished.length; hour++) {
                for (int slot = 0; slot < wished[hour].length; slot++) {
                    apart += Math.abs(wished[hour][slot] - day.vehicles[hour][slot]);
                    all += day.vehicles[hour][slot];
                }
            }
            assertThat(apart / all).isEqualTo(day.gap);
        }
    }

    /** Census of India 2011: over half of those who commute go less than 5 km. */
    @Test
    void halfOfACitysCommutersHaveAShortWay() {
        var ways = new TypicalTraffic(CITY, Policy.none(), PEOPLE).km;
        int commuters = 0;
        int brief = 0;
        for (int citizen = 0; citizen < PEOPLE.citizens; citizen++) {
            if (PEOPLE.leaveHour[citizen] != Agents.NONE) {
                int pair = PEOPLE.home[citizen] * PEOPLE.zones + PEOPLE.work[citizen];
                commuters++;
                brief += PEOPLE.ownWay[citizen] * ways[pair] < 5 ? 1 : 0;
            }
        }
        assertThat((double) brief / commuters).isCloseTo(0.5, within(0.03));
    }

    @Test
    void nobodyWalksFartherThanAnHourTakes() {
        Scene scene =
                Scenes.of(CITY, Policy.none(), Policy.none(), SmallTown.settings(1, 2, 1))
                        .getFirst();
        var watch =
                new TownWatch() {
                    private int walks;

                    @Override
                    public void trip(
                            int hour, int citizen, int from, int to, int mode, double minutes) {
                        if (mode == Mode.WALK.ordinal()) {
                            walks++;
                            assertThat(minutes).isLessThanOrEqualTo(62.5);
                        }
                    }
                };
        new TownRun(scene, watch).run(Chance.of(1, 0), new double[0], new double[Measure.count()]);
        assertThat(watch.walks).isPositive();
    }

    @Test
    void aSecondCarOfTheOtherParityFreesItsHouseholdFromARule() {
        Population people = SmallTown.PLAN.population();
        double few = carFall(people, 0);
        double many = carFall(people, 1);
        assertThat(few).isPositive();
        assertThat(many / few)
                .isBetween(0.3, 0.7); // every other second plate is of the other parity
    }

    /** Expected cars that the rule takes away on a typical day. */
    private static double carFall(Population people, double secondCarShare) {
        Households usual = people.households();
        var others = new Households(usual.fleet(), secondCarShare, usual.incomeRupeesPerDay());
        TownPlan plan = SmallTown.PLAN.withPopulation(people.withHouseholds(others));
        var agents = new Agents(plan, 11);
        var without = new TypicalTraffic(plan, Policy.none(), agents);
        var with = new TypicalTraffic(plan, SmallTown.ODD_EVEN, agents, without);
        return cars(without) - cars(with);
    }

    private static double cars(TypicalTraffic day) {
        double cars = 0;
        for (double[] hour : day.vehicles) {
            for (int slot = Mode.CAR.ordinal(); slot < hour.length; slot += Mode.COUNT) {
                cars += hour[slot];
            }
        }
        return cars;
    }

    @Test
    void complianceIsTheShareOfRestrictedTripsThatAreMadeOtherwise() {
        TownResult study =
                TownStudy.run(
                        SmallTown.PLAN,
                        Policy.none(),
                        SmallTown.ODD_EVEN,
                        SmallTown.settings(2, 8, 1),
                        Progress.NONE);
        assertThat(study.get(Measure.RESTRICTED_TRIPS).policy().mean()).isPositive();
        assertThat(study.get(Measure.RESTRICTED_TRIPS).baseline().mean()).isZero();
        // obedience 1 and deterrence 2: 1 / (1 + exp(-3)) = 95.3 % unwatched, neighbours add to it
        assertThat(study.compliancePercent()).isCloseTo(95.3, within(3.0));
        TownResult none =
                TownStudy.run(
                        SmallTown.PLAN, Policy.none(), SmallTown.settings(1, 2, 1), Progress.NONE);
        assertThat(none.compliancePercent()).isNaN();
        assertThat(List.of(study.trafficSettled(), none.trafficSettled())).containsOnly(true);
    }
}

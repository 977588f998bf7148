package town.nagar.engine.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import town.nagar.engine.people.Mode;
import town.nagar.engine.people.ModeTaste;
import town.nagar.engine.random.Chance;
import town.nagar.engine.town.plan.Population;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.policy.Policy;
import town.nagar.engine.town.preset.GridTown;
import town.nagar.engine.uncertainty.TownModel;

/** Citizens one by one: how they choose, obey and feel. */
class T07_CitizensTest {
    private static final Scene SCENE = SmallTown.SCENES.getFirst();
    private static final float[] ANY_DAY = {1, 1, 1, 1, 1, 1};
    private static final int DRAWS = 20_000;

    /** P(m) = exp(V_m) over the sum of exp(V), McFadden 1974, written out. */
    @Test
    void sharesAreThoseOfTheLogit() {
        var weights = new ModeWeights(SCENE);
        var inputs = new Inputs();
        inputs.take(new double[0]);
        weights.prepare(inputs);
        int looked = 0;
        for (int citizen = 0; citizen < SCENE.agents.citizens; citizen += 7) {
            if (SCENE.agents.leaveHour[citizen] != Agents.NONE) {
                double[] expected = logit(citizen);
                var seen = new double[Mode.COUNT];
                for (int draw = 0; draw < DRAWS; draw++) {
                    seen[weights.choose(citizen, 0, ANY_DAY, (draw + 0.5) / DRAWS)] += 1.0 / DRAWS;
                }
                assertThat(seen).containsExactly(expected, within(2.0 / DRAWS));
                looked++;
            }
        }
        assertThat(looked).isGreaterThan(30);
    }

    private static double[] logit(int citizen) {
        ModeTaste taste = SCENE.plan.population().travelling().taste();
        Agents agents = SCENE.agents;
        TypicalTraffic day = SCENE.traffic;
        int pair = day.pair(agents.home[citizen], agents.work[citizen]);
        double km = agents.ownWay[citizen] * day.km[pair];
        double road = agents.ownWay[citizen] * day.minutes[agents.leaveHour[citizen]][pair];
        var weight = new double[Mode.COUNT];
        for (Mode mode : Mode.values()) {
            int slot = mode.ordinal();
            boolean far = (mode == Mode.WALK && km > 5) || (mode == Mode.CYCLE && km > 12);
            boolean open = (agents.modes[citizen] & mode.bit()) != 0 && !far;
            double utility =
                    taste.constants().get(slot)
                            + taste.perComfort() * taste.comfort().get(slot)
                            + agents.habit[citizen * Mode.COUNT + slot]
                            + taste.perMinute() * day.travel.minutes(slot, km, road)
                            + taste.perRupee() * taste.rupeesPerKm().get(slot) * km;
            weight[slot] = open ? StrictMath.exp(utility) : 0;
        }
        double sum = Arrays.stream(weight).sum();
        return Arrays.stream(weight).map(each -> each / sum).toArray();
    }

    @Test
    void nobodyDrivesWhatTheHouseholdHasNot() {
        var watch =
                new TownWatch() {
                    private int drives;

                    @Override
                    public void trip(
                            int hour, int citizen, int from, int to, int mode, double minutes) {
                        if (mode == Mode.CAR.ordinal() || mode == Mode.TWO_WHEELER.ordinal()) {
                            drives++;
                            assertThat(SCENE.agents.vehicle(citizen, mode)).isNotNegative();
                        }
                    }
                };
        SmallTown.without(watch).run(Chance.of(1, 0), new double[0], new double[Measure.count()]);
        assertThat(watch.drives).isPositive();
    }

    @Test
    void aJamMakesPeopleLessContentAndLessProductive() {
        double[] calm = found(0);
        double[] jammed = found(20);
        for (Measure less : new Measure[] {Measure.SATISFACTION, Measure.PRODUCTIVITY}) {
            assertThat(jammed[less.ordinal()]).isLessThan(calm[less.ordinal()]);
        }
        assertThat(jammed[Measure.SATISFACTION.ordinal()]).isBetween(0.0, 100.0);
    }

    private static double[] found(double delayAtCapacity) {
        double[] inputs = {1, delayAtCapacity, 1, 1, 1, 1, 1, 0, 1};
        var found = new double[Measure.count()];
        TownModel model = SmallTown.without(TownWatch.NONE);
        model.run(Chance.of(1, 0), inputs, found);
        return found;
    }

    /** The share that solves m = 1 / (1 + exp(-(h + 2 J (m - 1/2)))), Brock, Durlauf 2001. */
    @Test
    void weakInfluenceSettlesAtTheFixedPointOfTheMean() {
        double inclination = -1.7 + 2; // of the people, and the deterrence of the rule
        double share = 0.5;
        for (int round = 0; round < 100; round++) {
            share = 1 / (1 + StrictMath.exp(-(inclination + 2 * 0.5 * (share - 0.5))));
        }
        assertThat(obeying(-1.7, 0.5)).isCloseTo(share, within(0.04));
    }

    @Test
    void withoutInfluenceEachDecidesAlone() {
        double alone = 1 / (1 + StrictMath.exp(-0.7));
        assertThat(obeying(-1.3, 0)).isCloseTo(alone, within(0.03));
    }

    @Test
    void strongInfluenceKeepsATownThatObeysAsItIsUntilItTips() {
        assertThat(obeying(-2, 5)).isGreaterThan(0.9);
        assertThat(obeying(-9, 5)).isLessThan(0.1);
    }

    /** Share of the bound who obey after twenty days of a rule whose deterrence is 2. */
    private static double obeying(double obedience, double influence) {
        TownPlan plan = GridTown.small(4_000, 4_000, 0, 0);
        var habit = new Population.Conduct(obedience, influence);
        plan = plan.withPopulation(plan.population().withConduct(habit));
        Scene scene =
                Scenes.of(plan, Policy.none(), SmallTown.ODD_EVEN, SmallTown.settings(20, 2, 1))
                        .getLast();
        var inputs = new Inputs();
        inputs.take(new double[0]);
        var conduct = new Conduct(scene);
        conduct.reset();
        for (int day = 0; day < 20; day++) {
            conduct.decide(day, Chance.of(3, 0), inputs);
        }
        return conduct.obeyingShare();
    }
}

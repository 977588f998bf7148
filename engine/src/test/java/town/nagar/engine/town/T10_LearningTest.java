package town.nagar.engine.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import town.nagar.engine.course.Seeds;
import town.nagar.engine.people.Mode;
import town.nagar.engine.random.Chance;
import town.nagar.engine.town.policy.Policy;

/**
 * What each citizen expects of its own way, learnt from its own trips and from those it watches.
 */
class T10_LearningTest {
    private static final double[] JAMS = {1, 0.9, 1, 1, 1, 1, 1, 0, 1};
    private static final float[] ANY_DAY = {1, 1, 1, 1, 1, 1};
    private static final int DAYS = 12;
    private static final int CAR = Mode.CAR.ordinal();
    private static final int BUS = Mode.BUS.ordinal();
    private static final int BIKE = Mode.TWO_WHEELER.ordinal();

    private static final Scene SCENE = SmallTown.SCENES.getFirst();
    private static final Agents AGENTS = SCENE.agents;

    /** Twelve days with a rule, in which more is learnt than in two. */
    private static final Scene LONG =
            Scenes.of(
                            SmallTown.PLAN,
                            Policy.none(),
                            SmallTown.ODD_EVEN,
                            SmallTown.settings(DAYS, 2, 1))
                    .getLast();

    private final ModeWeights weights = weights();
    private final Expectations expectations = expectations(weights);
    private final byte[] modes = new byte[AGENTS.citizens];

    private static ModeWeights weights() {
        var fresh = new ModeWeights(SCENE);
        var inputs = new Inputs();
        inputs.take(new double[0]);
        fresh.prepare(inputs);
        return fresh;
    }

    private static Expectations expectations(ModeWeights weights) {
        var fresh = new Expectations(SCENE, weights);
        fresh.reset();
        return fresh;
    }

    private static int driver() {
        return driver(0);
    }

    private static int driver(int from) {
        return IntStream.range(from, AGENTS.citizens)
                .filter(citizen -> AGENTS.leaveHour[citizen] != Agents.NONE)
                .filter(citizen -> AGENTS.car[citizen] != Agents.NONE)
                .findFirst()
                .orElseThrow();
    }

    /** T' = (1 - a) T + a T_seen, Horowitz 1984: from 1, roads half slower twice. */
    @Test
    void oneLearnsFromOnesOwnTripByOnesOwnRate() {
        int citizen = driver();
        float rate = AGENTS.learningRate[citizen];
        expectations.see(citizen, CAR, 30, 20);
        assertThat(expectations.slowness(citizen, CAR)).isCloseTo(1 + 0.5f * rate, within(1e-6f));
        expectations.see(citizen, CAR, 30, 20);
        float second = 1 + 0.5f * (1 - (1 - rate) * (1 - rate));
        assertThat(expectations.slowness(citizen, CAR)).isCloseTo(second, within(1e-6f));
        assertThat(expectations.slowness(citizen, BUS)).isEqualTo(1);
    }

    @Test
    void whatIsSeenEveryDayIsExpectedInTheEnd() {
        int citizen = driver();
        for (int day = 0; day < 400; day++) {
            expectations.see(citizen, CAR, 34, 20);
        }
        assertThat(expectations.slowness(citizen, CAR)).isCloseTo(1.7f, within(1e-4f));
    }

    @Test
    void citizensLearnAtDifferentPaces() {
        float[] rates = AGENTS.learningRate.clone();
        Arrays.sort(rates);
        assertThat(rates[0]).isBetween(0.05f, 0.07f);
        assertThat(rates[rates.length - 1]).isBetween(0.33f, 0.35f);
        assertThat(rates[rates.length / 2]).isCloseTo(0.2f, within(0.03f));
        assertThat(new Agents(SmallTown.PLAN, 11).learningRate).isEqualTo(AGENTS.learningRate);
        assertThat(new Agents(SmallTown.PLAN, 12).learningRate).isNotEqualTo(AGENTS.learningRate);
    }

    @Test
    void aJamOnOnesOwnWayMakesTheModeLessLikelyForOneselfAlone() {
        int citizen = driver();
        int other = driver(citizen + 1);
        double mine = share(weights, citizen, CAR);
        double others = share(weights, other, CAR);
        expectations.see(citizen, CAR, 60, 20);
        assertThat(share(weights, citizen, CAR)).isLessThan(mine);
        assertThat(share(weights, other, CAR)).isEqualTo(others);
    }

    @Test
    void ofAnotherModeOneHearsFromThoseOneWatchesAndLess() {
        int citizen = driver();
        int other = SCENE.neighbours.neighbour(citizen, 3);
        Arrays.fill(modes, Citizenry.STAYS);
        modes[citizen] = (byte) CAR;
        modes[other] = (byte) BUS;
        expectations.see(other, BUS, 60, 20);
        expectations.hear(3, modes);
        float believed = Expectations.HEARSAY * AGENTS.learningRate[citizen] * 2;
        assertThat(expectations.slowness(citizen, BUS)).isCloseTo(1 + believed, within(1e-6f));
        assertThat(expectations.slowness(citizen, CAR)).isEqualTo(1);
    }

    @Test
    void nobodyBelievesOthersAboutTheModeOneTookOrCannotTake() {
        int citizen = driver();
        int other = SCENE.neighbours.neighbour(citizen, 0);
        int rider = BIKE;
        Arrays.fill(modes, Citizenry.STAYS);
        modes[citizen] = (byte) CAR;
        modes[other] = (byte) CAR;
        expectations.see(other, CAR, 60, 20);
        expectations.hear(0, modes);
        assertThat(expectations.slowness(citizen, CAR)).isEqualTo(1);
        boolean rides = (AGENTS.modes[citizen] & Mode.TWO_WHEELER.bit()) != 0;
        modes[other] = (byte) rider;
        expectations.hear(0, modes);
        assertThat(expectations.slowness(citizen, rider) > 1).isEqualTo(rides);
    }

    /** Roads that take for ever leave those who have nothing else a way to go. */
    @Test
    void someModeIsAlwaysLeft() {
        for (int citizen = 0; citizen < AGENTS.citizens; citizen++) {
            for (int way = BUS; way < Mode.COUNT; way++) {
                expectations.see(citizen, way, 1e9, 1);
            }
            if (AGENTS.leaveHour[citizen] != Agents.NONE) {
                int way = weights.choose(citizen, 0, ANY_DAY, 0.5);
                assertThat(AGENTS.modes[citizen] >>> way & 1).isEqualTo(1);
            }
        }
    }

    @Test
    void roadsWithoutALengthTeachNothing() {
        int citizen = driver();
        expectations.see(citizen, CAR, 0, 0);
        assertThat(expectations.slowness(citizen, CAR)).isEqualTo(1);
    }

    /** Beside a plain diary of each citizen, kept from the trips that the run tells of. */
    @Seeds(4)
    void slowTwin(long seed) {
        var diaries = new LearningDiaries(LONG);
        var run = new TownRun(LONG, diaries);
        run.begin(Chance.of(seed, 0), JAMS);
        for (int hour = 0; hour < 24 * DAYS; hour++) {
            run.step(hour);
        }
        diaries.compare(run.citizens.expectations);
        assertThat(diaries.learners()).isGreaterThan(100);
        assertThat(diaries.hearers()).isGreaterThan(50);
    }

    /** An expectation is a mean of what was met, so it lies within it; and citizens differ. */
    @Test
    void nobodyExpectsWhatNobodyMet() {
        var diaries = new LearningDiaries(LONG);
        var run = new TownRun(LONG, diaries);
        run.run(Chance.of(1, 0), JAMS, new double[Measure.count()]);
        var ofBike = new float[AGENTS.citizens];
        for (int citizen = 0; citizen < ofBike.length; citizen++) {
            ofBike[citizen] = run.citizens.expectations.slowness(citizen, BIKE);
            for (int way = BUS; way < Mode.COUNT; way++) {
                assertThat((double) run.citizens.expectations.slowness(citizen, way))
                        .isBetween(diaries.least() - 1e-6, diaries.most() + 1e-6);
            }
        }
        assertThat(diaries.most()).isGreaterThan(1.05);
        assertThat(Arrays.stream(boxed(ofBike)).distinct().count()).isGreaterThan(20);
    }

    private static Float[] boxed(float[] values) {
        var boxed = new Float[values.length];
        Arrays.setAll(boxed, index -> values[index]);
        return boxed;
    }

    @Test
    void aRunThatIsSavedBetweenLearningAndHearingGoesOnWithTheSameBits() {
        for (int stop : new int[] {14, 24 * 5 + 11, 24 * 9}) {
            var whole = new TownRun(LONG, TownWatch.NONE);
            whole.begin(Chance.of(2, 1), JAMS);
            for (int hour = 0; hour < stop; hour++) {
                whole.step(hour);
            }
            var other = new TownRun(LONG, TownWatch.NONE);
            other.begin(Chance.of(2, 1), JAMS);
            assertThat(other.restore(whole.save(stop))).isEqualTo(stop);
            for (int hour = stop; hour < 24 * DAYS; hour++) {
                whole.step(hour);
                other.step(hour);
            }
            assertThat(other.save(24 * DAYS)).isEqualTo(whole.save(24 * DAYS));
        }
    }

    /** P(m) = exp(V_m) over the sum, with the expected minutes in V, written out. */
    @Test
    void sharesAreThoseOfTheLogitOfWhatIsExpected() {
        int citizen = driver();
        for (int way = BUS; way < Mode.COUNT; way++) {
            expectations.see(citizen, way, 20 + 5 * way, 20);
        }
        int pair = SCENE.traffic.pair(AGENTS.home[citizen], AGENTS.work[citizen]);
        double road =
                AGENTS.ownWay[citizen] * SCENE.traffic.minutes[AGENTS.leaveHour[citizen]][pair];
        var usual = new double[Mode.COUNT];
        SCENE.traffic.choice.weigh(
                citizen,
                SCENE.traffic.km[pair],
                SCENE.traffic.minutes[AGENTS.leaveHour[citizen]][pair],
                1,
                usual);
        double sum = 0;
        for (int way = 0; way < Mode.COUNT; way++) {
            double longer =
                    way < BUS
                            ? 0
                            : SCENE.traffic.travel.roadTimeFactor(way)
                                    * road
                                    * (expectations.slowness(citizen, way) - 1);
            usual[way] *= StrictMath.exp(SCENE.traffic.travel.perMinute * longer);
            sum += usual[way];
        }
        for (int way = 0; way < Mode.COUNT; way++) {
            assertThat(share(weights, citizen, way)).isCloseTo(usual[way] / sum, within(2e-4));
        }
    }

    private static double share(ModeWeights weights, int citizen, int mode) {
        int draws = 20_000;
        int taken = 0;
        for (int draw = 0; draw < draws; draw++) {
            taken += weights.choose(citizen, 0, ANY_DAY, (draw + 0.5) / draws) == mode ? 1 : 0;
        }
        return (double) taken / draws;
    }
}

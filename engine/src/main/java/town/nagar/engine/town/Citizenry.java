package town.nagar.engine.town;

import java.util.Arrays;
import town.nagar.engine.random.Chance;

/**
 * Citizens and vehicles of a run: who is where, and who sets out when. A citizen costs something at
 * the hours of leaving and returning and once a day.
 */
final class Citizenry {
    static final byte STAYS = -1;

    private static final double STEP_OF_24_BITS = 0x1p-24;
    private static final double STEP_OF_32_BITS = 0x1p-32;

    private final Agents agents;
    private final TypicalTraffic typical;
    private final ModeWeights weights;
    private final byte[] mode;
    private final byte[] away;

    final Conduct conduct;
    final Expectations expectations;
    final Journeys journeys;
    final Breath breath;
    final Wellbeing wellbeing;

    /** Agents in each zone now, and by home. */
    final int[] crowd;

    final int[] residents;

    Citizenry(Scene scene) {
        agents = scene.agents;
        typical = scene.traffic;
        weights = new ModeWeights(scene);
        mode = new byte[agents.citizens];
        away = new byte[agents.citizens];
        conduct = new Conduct(scene);
        expectations = new Expectations(scene, weights);
        journeys = new Journeys(scene);
        breath = new Breath(agents.citizens);
        wellbeing = new Wellbeing(agents);
        crowd = new int[agents.zones];
        residents = new int[agents.zones];
        for (int home : agents.home) {
            residents[home]++;
        }
    }

    void reset(Inputs inputs) {
        Arrays.fill(mode, STAYS);
        Arrays.fill(away, (byte) 0);
        System.arraycopy(residents, 0, crowd, 0, crowd.length);
        conduct.reset();
        expectations.reset();
        journeys.reset();
        breath.reset();
        wellbeing.reset();
        weights.prepare(inputs);
    }

    /** Lets those who leave in this hour choose, and sends them off. */
    void leave(int day, int hourOfDay, Chance chance, Morning morning, Sky sky, Streets streets) {
        byte[] ruled = conduct.ruled(day);
        float[] today = morning.today();
        float going = morning.going();
        int until = agents.leavers.end(hourOfDay);
        for (int index = agents.leavers.start(hourOfDay); index < until; index++) {
            int citizen = agents.leavers.citizen(index);
            long bits = chance.bits(citizen, day, Draws.DAY_PLAN);
            if ((bits >>> 40) * STEP_OF_24_BITS >= going) {
                mode[citizen] = STAYS;
                continue;
            }
            double u = (bits & 0xFFFFFFFFL) * STEP_OF_32_BITS;
            int way = choose(citizen, ruled, today, u);
            mode[citizen] = (byte) way;
            away[citizen] = 1;
            move(citizen, agents.home[citizen], agents.work[citizen], sky);
            int pair = typical.pair(agents.home[citizen], agents.work[citizen]);
            journeys.setOut(citizen, pair, way, streets);
        }
    }

    private int choose(int citizen, byte[] ruled, float[] today, double u) {
        if (ruled.length == 0 || ruled[citizen] == 0) {
            return weights.choose(citizen, 0, today, u);
        }
        int way = weights.choose(citizen, conduct.shut(citizen, ruled), today, u);
        conduct.watch(weights.choose(citizen, 0, today, u), way, ruled[citizen]);
        return way;
    }

    private void move(int citizen, int from, int to, Sky sky) {
        breath.move(citizen, from, to, sky);
        crowd[from]--;
        crowd[to]++;
    }

    /** Sends home those who come back in this hour. */
    void comeBack(int hourOfDay, Sky sky, Streets streets) {
        int until = agents.returners.end(hourOfDay);
        for (int index = agents.returners.start(hourOfDay); index < until; index++) {
            int citizen = agents.returners.citizen(index);
            if (mode[citizen] != STAYS) {
                away[citizen] = 0;
                move(citizen, agents.work[citizen], agents.home[citizen], sky);
                int pair = typical.pair(agents.work[citizen], agents.home[citizen]);
                journeys.setOut(citizen, pair, mode[citizen], streets);
            }
        }
    }

    /** Tells those who travelled in this hour how long it took; who went out learns from it. */
    void arrive(int hourOfDay, Streets streets, TownWatch watch, int hour) {
        int until = agents.leavers.end(hourOfDay);
        for (int index = agents.leavers.start(hourOfDay); index < until; index++) {
            int citizen = agents.leavers.citizen(index);
            arrive(citizen, agents.home[citizen], agents.work[citizen], hour, streets, watch);
            learn(citizen, hourOfDay, streets);
        }
        until = agents.returners.end(hourOfDay);
        for (int index = agents.returners.start(hourOfDay); index < until; index++) {
            int citizen = agents.returners.citizen(index);
            arrive(citizen, agents.work[citizen], agents.home[citizen], hour, streets, watch);
        }
    }

    private void arrive(int citizen, int from, int to, int hour, Streets streets, TownWatch watch) {
        int way = mode[citizen];
        if (way != STAYS) {
            int pair = typical.pair(from, to);
            int hourOfDay = hour % TownRun.HOURS_A_DAY;
            double took = journeys.arrive(citizen, pair, way, hourOfDay, streets);
            watch.trip(hour, citizen, from, to, way, took);
        }
    }

    private void learn(int citizen, int hourOfDay, Streets streets) {
        if (Streets.onRoads(mode[citizen])) {
            int pair = typical.pair(agents.home[citizen], agents.work[citizen]);
            double usual = typical.minutes[hourOfDay][pair];
            expectations.see(citizen, mode[citizen], streets.pairMinutes[pair], usual);
        }
    }

    /**
     * Ends the day.
     *
     * @param heat share of work that is done in the day's heat, 0 to 1
     * @param prices food over its usual price
     */
    void dusk(int day, double heat, double prices, Sky sky, Pipes pipes) {
        expectations.hear(day, mode);
        wellbeing.dusk(mode, journeys, heat, prices, sky, pipes);
        journeys.dusk();
    }

    /** Mean PM2.5 breathed by all so far, in microgram hours per cubic metre. */
    double meanExposure(Sky sky) {
        double sum = 0;
        for (int citizen = 0; citizen < agents.citizens; citizen++) {
            sum += breath.exposure(citizen, zone(citizen), sky);
        }
        return sum / agents.citizens;
    }

    /** Where a citizen is. */
    int zone(int citizen) {
        return away[citizen] == 1 ? agents.work[citizen] : agents.home[citizen];
    }

    /** Counts who is where and weighs all modes anew, after a state was put in. */
    void resume() {
        expectations.weigh();
        Arrays.fill(crowd, 0);
        for (int citizen = 0; citizen < agents.citizens; citizen++) {
            crowd[zone(citizen)]++;
        }
    }

    byte[][] choices() {
        return new byte[][] {mode, away, conduct.obeys()};
    }
}

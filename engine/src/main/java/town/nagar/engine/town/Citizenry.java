package town.nagar.engine.town;

import java.util.Arrays;
import town.nagar.engine.people.Mode;
import town.nagar.engine.random.Chance;

/**
 * Citizens and vehicles of a run. A citizen costs something at the hours of leaving and returning
 * and once a day; what is breathed in between is read off the zones' running sums.
 */
final class Citizenry {
    static final byte STAYS = -1;

    private static final byte[] NO_RULE = {};
    private static final double STEP_OF_24_BITS = 0x1p-24;
    private static final double STEP_OF_32_BITS = 0x1p-32;
    private static final double WORKDAY_MINUTES = 540;
    private static final double FIRST_SATISFACTION = 0.7;
    private static final double SATISFACTION_RATE = 0.1;
    private static final double HARMFUL_MICROGRAMS = 60;
    private static final double UNBEARABLE_MINUTES = 60;

    private final Scene scene;
    private final Agents agents;
    private final TypicalTraffic typical;
    private final float[] weight;
    private final double[] scratch = new double[Mode.COUNT];

    private final byte[] mode;
    private final byte[] away;
    private final byte[] obeys;
    private final byte[] obeyed;
    private final double[] exposure;
    private final double[] mark;
    private final double[] satisfaction;
    private final double[] lostMinutes;
    private final double[] vehicleKm;
    private final double[] shares = new double[1];

    /** Agents in each zone now, and by home. */
    final int[] crowd;

    final int[] residents;

    /** Sums since the run began, agents counted one each. */
    final double[] trips = new double[Mode.COUNT];

    final double[] kmByMode = new double[Mode.COUNT];
    final double[] sums = new double[8];

    static final int MINUTES = 0;
    static final int WAGES = 1;
    static final int WAGES_IF_FREE = 2;
    static final int CONTENT = 3;
    static final int BUS_KM_TODAY = 4;

    /** Exhaust of cars as at the reference speed, g. */
    static final int CAR_GRAMS = 5;

    /** Trips out that a rule keeps off on their day, and those of them that were not made so. */
    static final int RESTRICTED = 6;

    static final int HEEDED = 7;

    Citizenry(Scene scene) {
        this.scene = scene;
        agents = scene.agents;
        typical = scene.traffic;
        int citizens = agents.citizens;
        weight = new float[citizens * Mode.COUNT];
        mode = new byte[citizens];
        away = new byte[citizens];
        obeys = new byte[scene.hasRule ? citizens : 0];
        obeyed = new byte[obeys.length];
        exposure = new double[citizens];
        mark = new double[citizens];
        satisfaction = new double[citizens];
        lostMinutes = new double[citizens];
        vehicleKm = new double[agents.vehicles];
        crowd = new int[agents.zones];
        residents = new int[agents.zones];
        for (int home : agents.home) {
            residents[home]++;
        }
    }

    void reset(Inputs inputs) {
        Arrays.fill(mode, STAYS);
        Arrays.fill(away, (byte) 0);
        Arrays.fill(obeys, (byte) 1);
        Arrays.fill(exposure, 0);
        Arrays.fill(mark, 0);
        Arrays.fill(satisfaction, FIRST_SATISFACTION);
        Arrays.fill(lostMinutes, 0);
        Arrays.fill(vehicleKm, 0);
        Arrays.fill(trips, 0);
        Arrays.fill(kmByMode, 0);
        Arrays.fill(sums, 0);
        Arrays.fill(shares, 1);
        System.arraycopy(residents, 0, crowd, 0, crowd.length);
        prepare(inputs);
    }

    /** Works out what each mode weighs for each citizen in this run. */
    void prepare(Inputs inputs) {
        for (int citizen = 0; citizen < agents.citizens; citizen++) {
            if (agents.leaveHour[citizen] != Agents.NONE) {
                int pair = typical.pair(agents.home[citizen], agents.work[citizen]);
                double road = typical.minutes[agents.leaveHour[citizen]][pair];
                typical.choice.weigh(citizen, typical.km[pair], road, inputs.timeValue, scratch);
                for (int way = 0; way < Mode.COUNT; way++) {
                    weight[citizen * Mode.COUNT + way] = (float) scratch[way];
                }
            }
        }
    }

    /** Lets those a rule binds today decide whether to obey, seeing what neighbours did before. */
    void decideConduct(int day, Chance chance, Inputs inputs) {
        byte[] ruled = scene.ruled[scene.dayOfMonth[day] % 2];
        System.arraycopy(obeys, 0, obeyed, 0, obeys.length);
        double inclination =
                scene.plan.population().obedience() + inputs.obedience + scene.deterrence;
        double influence = scene.plan.population().neighbourInfluence();
        int bound = 0;
        int obeying = 0;
        for (int citizen = 0; citizen < ruled.length; citizen++) {
            if (ruled[citizen] != 0) {
                double share = shareAround(citizen);
                double odds = inclination + 2 * influence * (share - 0.5);
                boolean heeds =
                        chance.uniform(citizen, day, Draws.OBEY) < 1 / (1 + StrictMath.exp(-odds));
                obeys[citizen] = (byte) (heeds ? 1 : 0);
                bound++;
                obeying += heeds ? 1 : 0;
            }
        }
        shares[0] = bound > 0 ? (double) obeying / bound : 1;
    }

    /** Share of the ruled among the neighbours who obeyed; the town's if none is ruled. */
    private double shareAround(int citizen) {
        int bound = 0;
        int heeding = 0;
        for (int place = 0; place < scene.neighbours.degree(citizen); place++) {
            int other = scene.neighbours.neighbour(citizen, place);
            if ((scene.ruled[0][other] | scene.ruled[1][other]) != 0) {
                bound++;
                heeding += obeyed[other];
            }
        }
        return bound > 0 ? (double) heeding / bound : shares[0];
    }

    /**
     * Lets those who leave in this hour choose, and sends them off.
     *
     * @param going share of those with work who go today
     * @param today what the day multiplies each mode's weight by
     */
    void leave(
            int day,
            int hourOfDay,
            Chance chance,
            float going,
            float[] today,
            boolean ruleHolds,
            Sky sky,
            Streets streets) {
        byte[] ruled = ruleHolds ? scene.ruled[scene.dayOfMonth[day] % 2] : NO_RULE;
        int until = agents.leaversStart[hourOfDay + 1];
        for (int index = agents.leaversStart[hourOfDay]; index < until; index++) {
            int citizen = agents.leavers[index];
            long bits = chance.bits(citizen, day, Draws.DAY_PLAN);
            if ((bits >>> 40) * STEP_OF_24_BITS >= going) {
                mode[citizen] = STAYS;
                continue;
            }
            int shut = ruled.length > 0 && obeys[citizen] == 1 ? ruled[citizen] : 0;
            double u = (bits & 0xFFFFFFFFL) * STEP_OF_32_BITS;
            int way = choose(citizen, shut, today, u);
            if (ruled.length > 0 && ruled[citizen] != 0) {
                watchRule(choose(citizen, 0, today, u), way, ruled[citizen]);
            }
            mode[citizen] = (byte) way;
            int home = agents.home[citizen];
            int work = agents.work[citizen];
            exposure[citizen] += sky.hoursSum[home] - mark[citizen];
            mark[citizen] = sky.hoursSum[work];
            crowd[home]--;
            crowd[work]++;
            away[citizen] = 1;
            travel(citizen, typical.pair(home, work), way, streets);
        }
    }

    /**
     * Counts a trip that the rule keeps off today, and whether it was not made.
     *
     * @param wished the mode that would be taken without the rule, on the same chance
     */
    private void watchRule(int wished, int taken, int shut) {
        if ((shut >>> wished & 1) == 1) {
            sums[RESTRICTED]++;
            sums[HEEDED] += (shut >>> taken & 1) == 1 ? 0 : 1;
        }
    }

    private int choose(int citizen, int shut, float[] today, double u) {
        int base = citizen * Mode.COUNT;
        double w0 = (shut & 1) != 0 ? 0 : weight[base] * today[0];
        double w1 = (shut & 2) != 0 ? 0 : weight[base + 1] * today[1];
        double w2 = (shut & 4) != 0 ? 0 : weight[base + 2] * today[2];
        double w3 = (shut & 8) != 0 ? 0 : weight[base + 3] * today[3];
        double w4 = (shut & 16) != 0 ? 0 : weight[base + 4] * today[4];
        double w5 = (shut & 32) != 0 ? 0 : weight[base + 5] * today[5];
        double s1 = w0 + w1;
        double s2 = s1 + w2;
        double s3 = s2 + w3;
        double s4 = s3 + w4;
        double place = u * (s4 + w5);
        if (place < s2) {
            return place < w0 ? 0 : place < s1 ? 1 : 2;
        }
        return place < s3 ? 3 : place < s4 || w5 == 0 ? 4 : 5;
    }

    private void travel(int citizen, int pair, int way, Streets streets) {
        double own = agents.ownWay[citizen];
        double km = own * typical.km[pair];
        trips[way]++;
        kmByMode[way] += km;
        if (Streets.onRoads(way)) {
            int vehicle = agents.vehicle(citizen, way);
            double burnt = 0;
            if (vehicle != Agents.NONE) {
                vehicleKm[vehicle] += km;
                burnt = typical.travel.exhaust[vehicle] * typical.travel.vehicles[way];
            } else if (way == Mode.AUTO_RICKSHAW.ordinal()) {
                burnt = typical.travel.hiredExhaust * typical.travel.vehicles[way];
            }
            if (way == Mode.BUS.ordinal()) {
                sums[BUS_KM_TODAY] += km;
            }
            if (way == Mode.CAR.ordinal()) {
                sums[CAR_GRAMS] += burnt * km;
            }
            streets.add(pair, way, own, burnt);
        }
    }

    /** Sends home those who come back in this hour. */
    void comeBack(int hourOfDay, Sky sky, Streets streets) {
        int until = agents.returnersStart[hourOfDay + 1];
        for (int index = agents.returnersStart[hourOfDay]; index < until; index++) {
            int citizen = agents.returners[index];
            int way = mode[citizen];
            if (way != STAYS) {
                int home = agents.home[citizen];
                int work = agents.work[citizen];
                exposure[citizen] += sky.hoursSum[work] - mark[citizen];
                mark[citizen] = sky.hoursSum[home];
                crowd[work]--;
                crowd[home]++;
                away[citizen] = 0;
                travel(citizen, typical.pair(work, home), way, streets);
            }
        }
    }

    /** Tells those who travelled in this hour how long it took. */
    void arrive(int hourOfDay, Streets streets, TownWatch watch, int hour) {
        int until = agents.leaversStart[hourOfDay + 1];
        for (int index = agents.leaversStart[hourOfDay]; index < until; index++) {
            int citizen = agents.leavers[index];
            if (mode[citizen] != STAYS) {
                int pair = typical.pair(agents.home[citizen], agents.work[citizen]);
                learn(citizen, pair, hourOfDay, streets, watch, hour);
            }
        }
        until = agents.returnersStart[hourOfDay + 1];
        for (int index = agents.returnersStart[hourOfDay]; index < until; index++) {
            int citizen = agents.returners[index];
            if (mode[citizen] != STAYS) {
                int pair = typical.pair(agents.work[citizen], agents.home[citizen]);
                learn(citizen, pair, hourOfDay, streets, watch, hour);
            }
        }
    }

    private void learn(
            int citizen, int pair, int hourOfDay, Streets streets, TownWatch watch, int hour) {
        int way = mode[citizen];
        double own = agents.ownWay[citizen];
        double road = Streets.onRoads(way) ? own * streets.pairMinutes[pair] : 0;
        double took = typical.travel.minutes(way, own * typical.km[pair], road);
        sums[MINUTES] += took;
        if (Streets.onRoads(way)) {
            double free = own * typical.freeMinutes[hourOfDay][pair];
            lostMinutes[citizen] += typical.travel.roadTimeFactor(way) * (road - free);
        }
        watch.trip(hour, citizen, pair / agents.zones, pair % agents.zones, way, took);
    }

    /**
     * Ends the day: wages, and how content each is with travel, air, water and prices.
     *
     * @param heat share of work that is done in the day's heat, 0 to 1
     * @param prices food over its usual price
     */
    void dusk(double heat, double prices, Sky sky, Pipes pipes) {
        double dear = Math.min(1, 1 / prices);
        double sum = 0;
        for (int zone = 0, citizen = 0; zone < agents.zones; zone++) {
            double air = HARMFUL_MICROGRAMS / Math.max(HARMFUL_MICROGRAMS, sky.dayMean(zone));
            double common = 0.25 * air + 0.25 * pipes.met(zone) + 0.2 * dear;
            for (; citizen < agents.citizens && agents.home[citizen] == zone; citizen++) {
                double lost = lostMinutes[citizen];
                double verdict = common + 0.3 * (1 - Math.clamp(lost / UNBEARABLE_MINUTES, 0, 1));
                satisfaction[citizen] += SATISFACTION_RATE * (verdict - satisfaction[citizen]);
                sum += satisfaction[citizen];
                if (mode[citizen] != STAYS) {
                    double wage = agents.incomePaisePerDay[citizen];
                    double done = heat * Math.max(0, 1 - lost / WORKDAY_MINUTES);
                    sums[WAGES] += wage * done;
                    sums[WAGES_IF_FREE] += wage;
                    lostMinutes[citizen] = 0;
                }
            }
        }
        sums[CONTENT] += sum / agents.citizens;
        sums[BUS_KM_TODAY] = 0;
    }

    /** Mean PM2.5 breathed by all so far, in microgram hours per cubic metre. */
    double meanExposure(Sky sky) {
        double sum = 0;
        for (int citizen = 0; citizen < agents.citizens; citizen++) {
            sum += exposure(citizen, sky);
        }
        return sum / agents.citizens;
    }

    /** PM2.5 a citizen has breathed so far, in microgram hours per cubic metre. */
    double exposure(int citizen, Sky sky) {
        return exposure[citizen] + sky.hoursSum[zone(citizen)] - mark[citizen];
    }

    private boolean isAway(int citizen) {
        return away[citizen] == 1;
    }

    int zone(int citizen) {
        return isAway(citizen) ? agents.work[citizen] : agents.home[citizen];
    }

    double satisfaction(int citizen) {
        return satisfaction[citizen];
    }

    double vehicleKm(int vehicle) {
        return vehicleKm[vehicle];
    }

    /** Km that agents rode on buses today. */
    double busKmToday() {
        return sums[BUS_KM_TODAY];
    }

    double[][] state() {
        return new double[][] {
            exposure, mark, satisfaction, lostMinutes, vehicleKm, shares, trips, kmByMode, sums
        };
    }

    byte[][] choices() {
        return new byte[][] {mode, away, obeys};
    }

    /** Counts who is where anew, after a state was put in. */
    void count() {
        Arrays.fill(crowd, 0);
        for (int citizen = 0; citizen < agents.citizens; citizen++) {
            crowd[zone(citizen)]++;
        }
    }

    double obeyingShare() {
        return shares[0];
    }
}

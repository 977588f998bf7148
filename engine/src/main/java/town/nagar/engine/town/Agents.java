package town.nagar.engine.town;

import java.util.Arrays;
import town.nagar.engine.people.Fuel;
import town.nagar.engine.people.Mode;
import town.nagar.engine.people.VehicleClass;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Quantiles;
import town.nagar.engine.town.plan.FleetPart;
import town.nagar.engine.town.plan.HourSet;
import town.nagar.engine.town.plan.Population;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.plan.Zone;

/**
 * Who lives in the town and what stays the same about them: one slot in each array a citizen, and
 * one a vehicle. Citizens are in the order of their home zones.
 */
final class Agents {
    /** Not there: a citizen's vehicle or hour. */
    static final int NONE = -1;

    private static final int LAST_HOUR = 23;

    /** Weights of the hours in which citizens leave, from 5; an assumption. */
    private static final double[] LEAVING = {2, 6, 14, 26, 24, 13, 5, 3, 3, 2, 1, 1};

    private static final int FIRST_LEAVING = 5;

    /** Weights of the hours they stay away, from 4. */
    private static final double[] STAYING = {4, 8, 10, 10, 18, 24, 16, 8};

    private static final int LEAST_STAYING = 4;

    /** Metres over which the pull of jobs falls to 1/e, at least, and as a share of the town. */
    private static final double REACH_METRES = 4_000;

    private static final double REACH_OF_TOWN = 0.2;

    private static final double CYCLE_SHARE = 0.35;
    private static final double INCOME_LOG_DEVIATION = 0.7;
    private static final double HABIT_DEVIATION = 0.8;

    final int citizens;
    final int vehicles;
    final int zones;

    /** People that one citizen stands for. */
    final double peopleAnAgent;

    final int[] home;
    final int[] work;
    final byte[] leaveHour;
    final byte[] returnHour;
    final byte[] modes;

    /**
     * Length of a citizen's way over that of all between the same zones; differs from 1 within one.
     */
    final float[] ownWay;

    /** Whether the household has another car that a rule by parity lets go when the first stays. */
    final boolean[] hasCarOfOtherParity;

    final int[] twoWheeler;
    final int[] car;
    final float[] incomePaisePerDay;
    final float[] habit;

    /** Citizens by hour of leaving, and of coming back: those of hour h from start[h]. */
    final int[] leavers;

    final int[] leaversStart;
    final int[] returners;
    final int[] returnersStart;

    final byte[] vehicleKind;
    final byte[] fuel;
    final byte[] stage;
    final byte[] plate;
    final float[] ruleLuck;
    final int[] rickshaws;

    Agents(TownPlan plan, long seed) {
        Population people = plan.population();
        Chance chance = Chance.of(seed, Integer.MIN_VALUE);
        citizens = people.citizens();
        vehicles = people.vehicles();
        zones = plan.zones().size();
        peopleAnAgent = plan.residents() / citizens;
        home = new int[citizens];
        work = new int[citizens];
        leaveHour = new byte[citizens];
        returnHour = new byte[citizens];
        modes = new byte[citizens];
        ownWay = new float[citizens];
        hasCarOfOtherParity = new boolean[citizens];
        twoWheeler = new int[citizens];
        car = new int[citizens];
        incomePaisePerDay = new float[citizens];
        habit = new float[citizens * Mode.COUNT];
        vehicleKind = new byte[vehicles];
        fuel = new byte[vehicles];
        stage = new byte[vehicles];
        plate = new byte[vehicles];
        ruleLuck = new float[vehicles];
        Arrays.fill(twoWheeler, NONE);
        Arrays.fill(car, NONE);
        settle(plan, chance);
        describe(people, chance);
        schedule(people, chance);
        int[] first = fleet(people, chance);
        hand(first[0], first[1], twoWheeler, Mode.TWO_WHEELER, 0.5, chance);
        hand(first[1], first[2], car, Mode.CAR, 1.5, chance);
        addSecondCars(people, chance);
        rickshaws = new int[first[3] - first[2]];
        Arrays.setAll(rickshaws, one -> first[2] + one);
        leaversStart = new int[HourSet.HOURS_A_DAY + 1];
        leavers = byHour(leaveHour, leaversStart);
        returnersStart = new int[HourSet.HOURS_A_DAY + 1];
        returners = byHour(returnHour, returnersStart);
    }

    /** Homes follow the residents, work the jobs and their distance; some work near their home. */
    private void settle(TownPlan plan, Chance chance) {
        double total = plan.residents();
        int zone = 0;
        double upTo = plan.zones().getFirst().residents();
        var pull = new double[zones];
        double near = 0;
        int pullOf = NONE;
        for (int citizen = 0; citizen < citizens; citizen++) {
            double place = (citizen + 0.5) / citizens * total;
            while (place > upTo && zone < zones - 1) {
                zone++;
                upTo += plan.zones().get(zone).residents();
            }
            home[citizen] = zone;
            if (pullOf != zone) {
                pullOf = zone;
                pull(plan, zone, pull);
                near = OwnWays.nearShare(plan, zone, pull);
            }
            boolean isNear = chance.uniform(citizen, 0, Draws.NEAR_WORK) < near;
            double u = chance.uniform(citizen, 0, Draws.WORK_ZONE);
            work[citizen] = isNear ? zone : pick(u, pull);
            ownWay[citizen] = OwnWays.ofCitizen(plan, zone, work[citizen], isNear, citizen, chance);
        }
    }

    private static void pull(TownPlan plan, int from, double[] out) {
        double area = plan.zones().stream().mapToDouble(Zone::areaKm2).sum();
        double reach = Math.max(REACH_METRES, REACH_OF_TOWN * 1000 * Math.sqrt(area));
        Zone home = plan.zones().get(from);
        for (int zone = 0; zone < out.length; zone++) {
            Zone other = plan.zones().get(zone);
            double dx = other.eastMetres() - home.eastMetres();
            double dy = other.northMetres() - home.northMetres();
            double metres = zone == from ? inner(home) * 1000 : Math.sqrt(dx * dx + dy * dy);
            out[zone] = other.jobs() * StrictMath.exp(-metres / reach);
        }
    }

    /** A usual way within a zone, km. */
    static double inner(Zone zone) {
        return 0.5 * Math.sqrt(zone.areaKm2());
    }

    private static int pick(double u, double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = u * sum;
        for (int slot = 0; slot < weights.length - 1; slot++) {
            if (left < weights[slot]) {
                return slot;
            }
            left -= weights[slot];
        }
        return weights.length - 1;
    }

    private void describe(Population people, Chance chance) {
        for (int citizen = 0; citizen < citizens; citizen++) {
            double u = chance.uniform(citizen, 0, Draws.INCOME);
            double factor = Quantiles.logNormal(u, 0, INCOME_LOG_DEVIATION);
            incomePaisePerDay[citizen] = (float) (100 * people.incomeRupeesPerDay() * factor);
            boolean cycles = chance.uniform(citizen, 0, Draws.CYCLE) < CYCLE_SHARE;
            modes[citizen] =
                    (byte)
                            (Mode.WALK.bit()
                                    | (cycles ? Mode.CYCLE.bit() : 0)
                                    | Mode.BUS.bit()
                                    | Mode.AUTO_RICKSHAW.bit());
            for (int mode = 0; mode < Mode.COUNT; mode++) {
                double own = chance.uniform(citizen, mode, Draws.HABIT);
                habit[citizen * Mode.COUNT + mode] =
                        (float) Quantiles.normal(own, 0, HABIT_DEVIATION);
            }
        }
    }

    private void schedule(Population people, Chance chance) {
        for (int citizen = 0; citizen < citizens; citizen++) {
            boolean travels = chance.uniform(citizen, 0, Draws.TRAVELS) < people.travellingShare();
            int leave = FIRST_LEAVING + pick(chance.uniform(citizen, 0, Draws.LEAVE_HOUR), LEAVING);
            int stay = LEAST_STAYING + pick(chance.uniform(citizen, 0, Draws.HOURS_AWAY), STAYING);
            leaveHour[citizen] = (byte) (travels ? leave : NONE);
            returnHour[citizen] = (byte) (travels ? Math.min(LAST_HOUR, leave + stay) : NONE);
            if (!travels) {
                work[citizen] = home[citizen];
            }
        }
    }

    /** Makes the vehicles, those of one class after another; where each class begins. */
    private int[] fleet(Population people, Chance chance) {
        var first = new int[VehicleClass.values().length + 1];
        int made = 0;
        for (VehicleClass kind : VehicleClass.values()) {
            first[kind.ordinal()] = made;
            for (FleetPart part : people.fleet()) {
                if (part.kind() == kind) {
                    made = make(part, made, chance);
                }
            }
        }
        if (made < vehicles && made > 0) {
            for (int vehicle = made; vehicle < vehicles; vehicle++) {
                set(vehicle, people.fleet().getFirst(), chance);
            }
        }
        first[VehicleClass.values().length] = made;
        return first;
    }

    private int make(FleetPart part, int made, Chance chance) {
        int until = Math.min(vehicles, made + (int) Math.round(part.share() * vehicles));
        for (int vehicle = made; vehicle < until; vehicle++) {
            set(vehicle, part, chance);
        }
        return until;
    }

    private void set(int vehicle, FleetPart part, Chance chance) {
        vehicleKind[vehicle] = (byte) part.kind().ordinal();
        fuel[vehicle] = (byte) part.fuel().ordinal();
        stage[vehicle] = (byte) part.bharatStage();
        plate[vehicle] = (byte) (10 * chance.uniform(vehicle, 0, Draws.PLATE));
        ruleLuck[vehicle] = (float) chance.uniform(vehicle, 0, Draws.LEAVE_OF_RULE);
    }

    /**
     * Hands vehicles to travelling citizens, one each, the richer the likelier: the order of u^(1 /
     * weight) draws without replacement (Efraimidis and Spirakis 2006).
     */
    private void hand(int from, int until, int[] of, Mode mode, double incomePower, Chance chance) {
        var keys = new double[citizens];
        for (int citizen = 0; citizen < citizens; citizen++) {
            double u = chance.uniform(citizen, mode.ordinal(), Draws.OWNER);
            double weight = StrictMath.pow(incomePaisePerDay[citizen], incomePower);
            boolean travels = leaveHour[citizen] != NONE;
            keys[citizen] = (travels ? 0 : -1e300) + StrictMath.log(u) / weight;
        }
        int[] order = byKeyDown(keys);
        for (int vehicle = from; vehicle < Math.min(until, from + citizens); vehicle++) {
            int citizen = order[vehicle - from];
            of[citizen] = vehicle;
            modes[citizen] |= (byte) mode.bit();
        }
    }

    private void addSecondCars(Population people, Chance chance) {
        for (int citizen = 0; citizen < citizens; citizen++) {
            boolean second =
                    car[citizen] != NONE
                            && chance.uniform(citizen, 0, Draws.SECOND_CAR)
                                    < people.secondCarShare();
            int digit = (int) (10 * chance.uniform(citizen, 1, Draws.SECOND_CAR));
            hasCarOfOtherParity[citizen] = second && digit % 2 != plate[car[citizen]] % 2;
        }
    }

    private static int[] byKeyDown(double[] keys) {
        return java.util.stream.IntStream.range(0, keys.length)
                .boxed()
                .sorted((a, b) ->
                        keys[a] == keys[b]
                                ? Integer.compare(a, b)
                                : Double.compare(keys[b], keys[a]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int[] byHour(byte[] hours, int[] start) {
        for (byte hour : hours) {
            if (hour != NONE) {
                start[hour + 1]++;
            }
        }
        for (int hour = 0; hour < HourSet.HOURS_A_DAY; hour++) {
            start[hour + 1] += start[hour];
        }
        int[] next = start.clone();
        var order = new int[start[HourSet.HOURS_A_DAY]];
        for (int citizen = 0; citizen < hours.length; citizen++) {
            if (hours[citizen] != NONE) {
                order[next[hours[citizen]]++] = citizen;
            }
        }
        return order;
    }

    /** The vehicle a citizen drives in a mode; {@link #NONE} if it is nobody's. */
    int vehicle(int citizen, int mode) {
        if (mode == Mode.CAR.ordinal()) {
            return car[citizen];
        }
        if (mode == Mode.TWO_WHEELER.ordinal()) {
            return twoWheeler[citizen];
        }
        boolean hired = mode == Mode.AUTO_RICKSHAW.ordinal() && rickshaws.length > 0;
        return hired ? rickshaws[citizen % rickshaws.length] : NONE;
    }

    VehicleClass kind(int vehicle) {
        return VehicleClass.values()[vehicleKind[vehicle]];
    }

    Fuel fuel(int vehicle) {
        return Fuel.values()[fuel[vehicle]];
    }
}

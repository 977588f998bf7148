package town.nagar.engine.town;

import town.nagar.engine.people.Mode;
import town.nagar.engine.people.Obedience;
import town.nagar.engine.town.plan.HourSet;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.policy.PlateLimit;
import town.nagar.engine.town.policy.Policy;

/** Which modes are open to each citizen under a policy, what they weigh, and what to expect. */
final class ModeChoice {
    private final TownPlan plan;
    private final Policy policy;
    private final Agents agents;
    private final Travel travel;

    ModeChoice(TownPlan plan, Policy policy, Agents agents, Travel travel) {
        this.plan = plan;
        this.policy = policy;
        this.agents = agents;
        this.travel = travel;
    }

    /**
     * Expected vehicles by hour, pair and mode: of a day without and, if there is a rule, with it.
     *
     * @param minutes on the roads, by hour and pair
     * @param km by pair
     */
    double[][] expect(double[][] minutes, double[] km) {
        var vehicles = new double[HourSet.HOURS_A_DAY][km.length * Mode.COUNT];
        var weight = new double[Mode.COUNT];
        for (int citizen = 0; citizen < agents.citizens; citizen++) {
            if (agents.leaveHour[citizen] == Agents.NONE) {
                continue;
            }
            int pair = agents.home[citizen] * agents.zones + agents.work[citizen];
            weigh(citizen, km[pair], minutes[agents.leaveHour[citizen]][pair], 1, weight);
            int barred = ruledModes(citizen);
            double ruled = barred == 0 ? 0 : 0.5 * obeying(citizen);
            add(citizen, weight, agents.modes[citizen], 1 - ruled, vehicles);
            if (ruled > 0) {
                add(citizen, weight, agents.modes[citizen] & ~barred, ruled, vehicles);
            }
        }
        return vehicles;
    }

    /** exp(V) of each mode, the largest V subtracted first. */
    void weigh(int citizen, double km, double roadMinutes, double timeValue, double[] weight) {
        double own = agents.ownWay[citizen];
        int open = openModes(citizen, own * km);
        double largest = Double.NEGATIVE_INFINITY;
        for (int mode = 0; mode < Mode.COUNT; mode++) {
            weight[mode] =
                    travel.constant[mode]
                            + agents.habit[citizen * Mode.COUNT + mode]
                            + travel.perMinute
                                    * timeValue
                                    * travel.minutes(mode, own * km, own * roadMinutes)
                            + travel.perKm[mode] * own * km;
            boolean isOpen = (open >>> mode & 1) == 1;
            largest = isOpen ? Math.max(largest, weight[mode]) : largest;
        }
        for (int mode = 0; mode < Mode.COUNT; mode++) {
            boolean isOpen = (open >>> mode & 1) == 1;
            weight[mode] = isOpen ? StrictMath.exp(weight[mode] - largest) : 0;
        }
    }

    /** What a citizen has, that runs, and that the way is not too long for. */
    private int openModes(int citizen, double km) {
        int open = agents.modes[citizen] & travel.reaching(km);
        return travel.busesRun() ? open : open & ~Mode.BUS.bit();
    }

    /** Modes that some rule shuts to a citizen on a day against the plate. */
    int ruledModes(int citizen) {
        int modes = 0;
        for (PlateLimit limit : policy.plates()) {
            modes |= ruledBy(limit, citizen, agents.car[citizen], Mode.CAR);
            modes |= ruledBy(limit, citizen, agents.twoWheeler[citizen], Mode.TWO_WHEELER);
        }
        return modes;
    }

    private int ruledBy(PlateLimit limit, int citizen, int vehicle, Mode mode) {
        if (vehicle == Agents.NONE) {
            return 0;
        }
        boolean other = mode == Mode.CAR && agents.hasCarOfOtherParity[citizen];
        boolean bound =
                !other
                        && limit.binds(agents.kind(vehicle), agents.fuel(vehicle))
                        && agents.ruleLuck[vehicle] >= limit.exemptShare()
                        && limit.concerns(agents.home[citizen], agents.work[citizen])
                        && (limit.hours().has(agents.leaveHour[citizen])
                                || limit.hours().has(agents.returnHour[citizen]));
        return bound ? mode.bit() : 0;
    }

    private double obeying(int citizen) {
        double deterrence = 0;
        for (PlateLimit limit : policy.plates()) {
            deterrence = Math.max(deterrence, limit.deterrence());
        }
        double obedience = plan.population().conduct().obedience();
        double alone = Obedience.probability(obedience + deterrence, 0, 0.5);
        return agents.leaveHour[citizen] == Agents.NONE ? 0 : alone;
    }

    private void add(int citizen, double[] weight, int open, double share, double[][] vehicles) {
        int go = agents.home[citizen] * agents.zones + agents.work[citizen];
        int back = agents.work[citizen] * agents.zones + agents.home[citizen];
        double sum = 0;
        for (int mode = 0; mode < Mode.COUNT; mode++) {
            sum += (open >>> mode & 1) == 1 ? weight[mode] : 0;
        }
        for (int mode = 0; mode < Mode.COUNT; mode++) {
            if ((open >>> mode & 1) == 1) {
                double part = share * weight[mode] / sum * travel.vehicles[mode];
                vehicles[agents.leaveHour[citizen]][go * Mode.COUNT + mode] += part;
                vehicles[agents.returnHour[citizen]][back * Mode.COUNT + mode] += part;
            }
        }
    }
}

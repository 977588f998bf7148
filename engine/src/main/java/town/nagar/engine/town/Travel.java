package town.nagar.engine.town;

import town.nagar.engine.people.Fuel;
import town.nagar.engine.people.Mode;
import town.nagar.engine.people.ModeTaste;
import town.nagar.engine.town.plan.Population;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.policy.Policy;

/**
 * What a trip takes, costs and leaves behind by each mode, one slot in each array a mode.
 *
 * <p>Occupancies, speeds off the road, waiting and masses are assumptions.
 */
final class Travel {
    private static final double[] VEHICLES_A_PERSON = {0, 0, 0, 1.25 / 1.7, 1 / 1.2, 1 / 1.5};
    private static final double[] TONNES = {0, 0, 0, 0.6, 0.18, 1.2};
    private static final double[] OWN_KM_PER_HOUR = {4.8, 12, 0, 0, 0, 0};
    private static final double[] ROAD_TIME_FACTOR = {0, 0, 1.35, 1.05, 0.95, 1};
    private static final double[] FIXED_MINUTES = {0, 2, 8, 4, 2, 5};
    private static final double LONGEST_WAIT = 30;

    /**
     * Longest way on one's own power, km: about an hour, as nearly all have it who walk to work
     * (Census of India 2011 by Down to Earth: 20 million up to 1 km, 14 million 2 to 5, hardly any
     * beyond 10).
     */
    private static final double MOST_WALKED_KM = 5;

    private static final double MOST_CYCLED_KM = 12;
    private static final double BUS_SEATS = 55;

    /** Vehicles on the road a travelling agent. */
    final double[] vehicles = new double[Mode.COUNT];

    /** PCU a travelling agent. */
    final double[] pcu = new double[Mode.COUNT];

    /** Dust of a travelling agent on a kilometre of road with silt of 1 g/m2, g. */
    final double[] dust = new double[Mode.COUNT];

    /** The part of utility that no distance changes, and what time and money weigh. */
    final double[] constant = new double[Mode.COUNT];

    final double perMinute;
    final double[] perKm = new double[Mode.COUNT];

    private final double[] ownMinutesPerKm = new double[Mode.COUNT];
    private final double[] roadTimeFactor = ROAD_TIME_FACTOR.clone();
    private final double[] fixedMinutes = FIXED_MINUTES.clone();

    /** Exhaust of a vehicle, g/km, one an agent's vehicle. */
    final float[] exhaust;

    /** Exhaust of a hired rickshaw that is no agent's, g/km. */
    final double hiredExhaust;

    /** Passengers that the buses of a road carry in an hour before they are full. */
    final double busSeatsPerHour;

    final double busesPerHour;

    Travel(TownPlan plan, Policy policy, Agents agents) {
        Population.Travelling travelling = plan.population().travelling();
        ModeTaste taste = travelling.taste();
        perMinute = taste.perMinute();
        busesPerHour = travelling.busesPerHour() * policy.bus().frequencyFactor();
        busSeatsPerHour = busesPerHour * BUS_SEATS;
        for (int mode = 0; mode < Mode.COUNT; mode++) {
            vehicles[mode] = agents.peopleAnAgent * VEHICLES_A_PERSON[mode];
            dust[mode] = mode > 2 ? vehicles[mode] * Exhaust.dustGramsPerKm(TONNES[mode]) : 0;
            constant[mode] =
                    taste.constants().get(mode) + taste.perComfort() * taste.comfort().get(mode);
            double fare = taste.rupeesPerKm().get(mode);
            boolean bus = mode == Mode.BUS.ordinal();
            perKm[mode] = taste.perRupee() * fare * (bus ? policy.bus().fareFactor() : 1);
            ownMinutesPerKm[mode] = OWN_KM_PER_HOUR[mode] > 0 ? 60 / OWN_KM_PER_HOUR[mode] : 0;
        }
        int bus = Mode.BUS.ordinal();
        fixedMinutes[bus] +=
                busesPerHour > 0 ? Math.min(LONGEST_WAIT, 30 / busesPerHour) : LONGEST_WAIT;
        roadTimeFactor[bus] /= policy.bus().laneSpeedFactor();
        exhaust = new float[agents.vehicles];
        for (int vehicle = 0; vehicle < exhaust.length; vehicle++) {
            exhaust[vehicle] =
                    (float)
                            Exhaust.gramsPerKm(
                                    Exhaust.name(agents.kind(vehicle)),
                                    agents.fuel(vehicle),
                                    agents.stage[vehicle]);
        }
        hiredExhaust =
                Exhaust.gramsPerKm("three-wheeler", Fuel.CNG, 6)
                        * (1 - travelling.electricRickshawShare());
    }

    /** Whether there are buses at all. */
    boolean busesRun() {
        return busesPerHour > 0;
    }

    /** Modes that a way is not too long for. */
    int reaching(double km) {
        int far = km > MOST_WALKED_KM ? Mode.WALK.bit() : 0;
        return ~(far | (km > MOST_CYCLED_KM ? Mode.CYCLE.bit() : 0));
    }

    /** Minutes of a trip. */
    double minutes(int mode, double km, double roadMinutes) {
        return fixedMinutes[mode] + ownMinutesPerKm[mode] * km + roadTimeFactor[mode] * roadMinutes;
    }

    /** What of a trip's minutes the roads decide. */
    double roadTimeFactor(int mode) {
        return roadTimeFactor[mode];
    }

    /** Exhaust of a travelling agent, g/km. */
    double exhaust(Agents agents, int citizen, int mode) {
        int vehicle = agents.vehicle(citizen, mode);
        double each = vehicle == Agents.NONE ? hiredExhaust : exhaust[vehicle];
        return each * vehicles[mode];
    }
}

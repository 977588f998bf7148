package town.nagar.engine.town;

import town.nagar.engine.people.Fuel;
import town.nagar.engine.people.Mode;
import town.nagar.engine.people.VehicleClass;
import town.nagar.engine.random.Chance;
import town.nagar.engine.town.plan.Population;
import town.nagar.engine.town.plan.TownPlan;

/**
 * Who lives in the town and what stays the same about them: one slot in each array a citizen, and
 * one a vehicle. Citizens are in the order of their home zones.
 */
final class Agents {
    /** Not there: a citizen's vehicle or hour. */
    static final int NONE = -1;

    final int citizens;
    final int vehicles;
    final int zones;

    /** People that one citizen stands for. */
    final double peopleAnAgent;

    final int[] home;
    final int[] work;
    final byte[] leaveHour;
    final byte[] returnHour;

    /** Sets of {@link Mode#bit}s that a citizen owns or can hire. */
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

    /** A citizen's own liking for each mode, six a citizen. */
    final float[] habit;

    /**
     * Share of a surprise that a citizen takes over into what it expects: evenly spread from 0.05
     * to 0.35, an assumption.
     */
    final float[] learningRate;

    final HourList leavers;
    final HourList returners;

    /** Last digit of a vehicle's number plate. */
    final byte[] plate;

    /** Bharat Stage of a vehicle. */
    final byte[] stage;

    /** Under a rule's share of exempt vehicles: those that are let off; 0 to 1. */
    final float[] ruleLuck;

    private final Fleet fleet;

    Agents(TownPlan plan, long seed) {
        Population people = plan.population();
        Chance chance = Chance.of(seed, Integer.MIN_VALUE);
        citizens = people.citizens();
        vehicles = people.vehicles();
        zones = plan.zones().size();
        peopleAnAgent = plan.residents() / citizens;
        var homes = new Homes(plan, chance);
        home = homes.home;
        work = homes.work;
        ownWay = homes.ownWay;
        var habits = new Habits(people, chance);
        leaveHour = habits.leaveHour;
        returnHour = habits.returnHour;
        modes = habits.modes;
        incomePaisePerDay = habits.incomePaisePerDay;
        habit = habits.habit;
        learningRate = habits.learningRate;
        fleet = new Fleet(people, habits, chance);
        twoWheeler = fleet.twoWheeler;
        car = fleet.car;
        hasCarOfOtherParity = fleet.hasCarOfOtherParity;
        plate = fleet.plate;
        stage = fleet.stage;
        ruleLuck = fleet.ruleLuck;
        leavers = new HourList(leaveHour);
        returners = new HourList(returnHour);
        keepHomeWhoDoNotTravel();
    }

    private void keepHomeWhoDoNotTravel() {
        for (int citizen = 0; citizen < citizens; citizen++) {
            work[citizen] = leaveHour[citizen] == NONE ? home[citizen] : work[citizen];
        }
    }

    /** The vehicle a citizen drives in a mode; {@link #NONE} if it is nobody's. */
    int vehicle(int citizen, int mode) {
        if (mode == Mode.CAR.ordinal()) {
            return car[citizen];
        }
        if (mode == Mode.TWO_WHEELER.ordinal()) {
            return twoWheeler[citizen];
        }
        int[] rickshaws = fleet.rickshaws;
        boolean hired = mode == Mode.AUTO_RICKSHAW.ordinal() && rickshaws.length > 0;
        return hired ? rickshaws[citizen % rickshaws.length] : NONE;
    }

    VehicleClass kind(int vehicle) {
        return VehicleClass.of(fleet.kind[vehicle]);
    }

    Fuel fuel(int vehicle) {
        return Fuel.of(fleet.fuel[vehicle]);
    }
}

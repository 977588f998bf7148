package town.nagar.engine.town;

import java.util.Arrays;
import town.nagar.engine.people.Mode;

/** Trips of a run: onto the roads, into sums, and what they take. */
final class Journeys {
    private static final int MINUTES = 0;
    private static final int BUS_KM_TODAY = 1;
    private static final int CAR_GRAMS = 2;

    private final Agents agents;
    private final TypicalTraffic typical;
    private final double[] vehicleKm;
    private final double[] lostMinutes;
    private final double[] sums = new double[3];

    /** Sums since the run began, agents counted one each. */
    final double[] trips = new double[Mode.COUNT];

    final double[] kmByMode = new double[Mode.COUNT];

    Journeys(Scene scene) {
        agents = scene.agents;
        typical = scene.traffic;
        vehicleKm = new double[agents.vehicles];
        lostMinutes = new double[agents.citizens];
    }

    void reset() {
        Arrays.fill(vehicleKm, 0);
        Arrays.fill(lostMinutes, 0);
        Arrays.fill(sums, 0);
        Arrays.fill(trips, 0);
        Arrays.fill(kmByMode, 0);
    }

    /** Sends a citizen off between the zones of a pair. */
    void setOut(int citizen, int pair, int way, Streets streets) {
        double own = agents.ownWay[citizen];
        double km = own * typical.km[pair];
        trips[way]++;
        kmByMode[way] += km;
        if (Streets.onRoads(way)) {
            double burnt = drive(citizen, way, km);
            if (way == Mode.BUS.ordinal()) {
                sums[BUS_KM_TODAY] += km;
            }
            if (way == Mode.CAR.ordinal()) {
                sums[CAR_GRAMS] += burnt * km;
            }
            streets.add(pair, way, own, burnt);
        }
    }

    /** Counts the vehicle's way; its exhaust, g/km. */
    private double drive(int citizen, int way, double km) {
        int vehicle = agents.vehicle(citizen, way);
        if (vehicle != Agents.NONE) {
            vehicleKm[vehicle] += km;
            return typical.travel.exhaust[vehicle] * typical.travel.vehicles[way];
        }
        return way == Mode.AUTO_RICKSHAW.ordinal()
                ? typical.travel.hiredExhaust * typical.travel.vehicles[way]
                : 0;
    }

    /** Tells a citizen how long the way took; minutes. */
    double arrive(int citizen, int pair, int way, int hourOfDay, Streets streets) {
        double own = agents.ownWay[citizen];
        boolean drives = Streets.onRoads(way);
        double road = drives ? own * streets.pairMinutes[pair] : 0;
        double took = typical.travel.minutes(way, own * typical.km[pair], road);
        sums[MINUTES] += took;
        if (drives) {
            double free = own * typical.freeMinutes[hourOfDay][pair];
            lostMinutes[citizen] += typical.travel.roadTimeFactor(way) * (road - free);
        }
        return took;
    }

    /**
     * Minutes beyond those of empty roads that a citizen has spent on them since told to forget.
     */
    double lostMinutes(int citizen) {
        return lostMinutes[citizen];
    }

    void forgetLost(int citizen) {
        lostMinutes[citizen] = 0;
    }

    /** Minutes of all trips so far. */
    double minutes() {
        return sums[MINUTES];
    }

    /** Exhaust of cars so far as at the reference speed, g. */
    double carGrams() {
        return sums[CAR_GRAMS];
    }

    /** Km that agents rode on buses today. */
    double busKmToday() {
        return sums[BUS_KM_TODAY];
    }

    void dusk() {
        sums[BUS_KM_TODAY] = 0;
    }

    double vehicleKm(int vehicle) {
        return vehicleKm[vehicle];
    }

    double[][] state() {
        return new double[][] {vehicleKm, lostMinutes, sums, trips, kmByMode};
    }
}

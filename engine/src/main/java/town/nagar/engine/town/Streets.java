package town.nagar.engine.town;

import java.util.Arrays;
import town.nagar.engine.air.SpeedResponse;
import town.nagar.engine.people.Mode;

/**
 * Roads of a run in one hour: trips go onto the typical hour's routes, times and emissions follow
 * from the flows that come together. Nothing but two sums is kept from hour to hour.
 */
final class Streets {
    private static final SpeedResponse RESPONSE = SpeedResponse.TYPICAL;
    private static final double SECONDS_AN_HOUR = 3600;
    private static final double WITHIN_KM_PER_HOUR = 16;
    private static final double WITHIN_SILT = Exhaust.siltFactor(2.5);

    private static final int EXHAUST_SEEN = 0;
    private static final int DUST_SEEN = 1;

    private final Scene scene;
    private final TypicalTraffic typical;
    private final RoadState roads;
    private final int[] used;
    private final PairTrips trips;
    private final RoadLoad load;

    /** Minutes on the roads between the zones of a pair in this hour. */
    final double[] pairMinutes;

    private final double[] minutes;
    private final double[] sums = new double[2];

    /** Of this hour: PCU km, congestion times PCU km, vehicle km of buses and lorries, grams. */
    double pcuKm;

    double congestedPcuKm;
    double busKm;
    double freightKm;
    double exhaustGrams;
    double dustGrams;

    Streets(Scene scene) {
        this.scene = scene;
        typical = scene.traffic;
        roads = typical.roads;
        used = scene.usedRoads;
        trips = new PairTrips(typical.pairs);
        load = new RoadLoad(roads.count, used);
        pairMinutes = new double[typical.pairs];
        minutes = new double[roads.count];
    }

    void reset() {
        Arrays.fill(sums, 0);
    }

    /**
     * Lets one agent travel between two zones on the roads.
     *
     * @param ownWay length of the agent's way over the pair's
     */
    void add(int pair, int mode, double ownWay, double exhaustGramsPerKm) {
        Travel travel = typical.travel;
        trips.add(pair, travel.pcu[mode], ownWay * exhaustGramsPerKm, ownWay * travel.dust[mode]);
    }

    /** Lets delivery vans travel. */
    void addVans(int pair, double vans) {
        Lorries each = typical.lorries;
        trips.add(pair, vans * each.vanPcu, vans * each.vanExhaust, vans * each.vanDust);
        freightKm += vans * typical.km[pair];
    }

    /**
     * Loads the hour's trips and finds times and emissions.
     *
     * @param dry share of dust that rain leaves
     * @param gramsPerSecond receives those of the roads and squares; not cleared
     */
    void flow(int hourOfDay, Inputs inputs, double dry, double[] gramsPerSecond) {
        load.take(typical.lorries, hourOfDay);
        load.add(trips, typical.routes[hourOfDay]);
        double exhaustScale = inputs.exhaust;
        double dustScale = inputs.dust * dry;
        double[] capacity = roads.capacity[hourOfDay];
        double[] buses = roads.buses[hourOfDay];
        double[] lorries = typical.lorries.vehicles[hourOfDay];
        for (int road : used) {
            double pcu = load.pcu[road];
            double full = pcu / capacity[road];
            double square = full * full;
            double slowed = 1 + inputs.delay * square * square;
            minutes[road] = roads.freeMinutes[road] * slowed;
            double speed = roads.freeKmPerHour[road] / slowed;
            double km = roads.km[road];
            double exhaust = load.exhaust[road] + buses[road] * roads.busExhaustGramsPerKm;
            double dust = load.dust[road] + buses[road] * roads.busDustGramsPerKm;
            double burnt = exhaust * RESPONSE.ratio(speed) * exhaustScale * km;
            double lifted = dust * roads.silt[road] * dustScale * km;
            exhaustGrams += burnt;
            dustGrams += lifted;
            gramsPerSecond[scene.air.emitterOfRoad[road]] += (burnt + lifted) / SECONDS_AN_HOUR;
            sums[EXHAUST_SEEN] += exhaust * km;
            sums[DUST_SEEN] += dust * km;
            double level = Math.max(Math.min(1, full), 1 - 1 / slowed);
            pcuKm += pcu * km;
            congestedPcuKm += level * pcu * km;
            busKm += buses[road] * km;
            freightKm += lorries[road] * km;
        }
        finishPairs(hourOfDay, inputs, dry, gramsPerSecond);
    }

    /** Takes a typical day's times for the pairs that were travelled, in place of a flow. */
    void takeUsualTimes(int hourOfDay) {
        for (int index = 0; index < trips.count(); index++) {
            int pair = trips.pair(index);
            pairMinutes[pair] = typical.minutes[hourOfDay][pair];
        }
    }

    /** Times of the pairs that were travelled; trips within a zone emit in its square. */
    private void finishPairs(int hourOfDay, Inputs inputs, double dry, double[] gramsPerSecond) {
        Routes routes = typical.routes[hourOfDay];
        for (int index = 0; index < trips.count(); index++) {
            int pair = trips.pair(index);
            if (routes.joins(pair)) {
                pairMinutes[pair] = routes.along(pair, minutes);
            } else {
                pairMinutes[pair] = typical.minutes[hourOfDay][pair];
                emitWithin(pair, inputs, dry, gramsPerSecond);
            }
        }
    }

    private void emitWithin(int pair, Inputs inputs, double dry, double[] gramsPerSecond) {
        double km = typical.km[pair];
        double exhaust = trips.exhaust[pair];
        double dust = trips.dust[pair];
        double burnt = exhaust * RESPONSE.ratio(WITHIN_KM_PER_HOUR) * inputs.exhaust * km;
        double lifted = dust * WITHIN_SILT * inputs.dust * dry * km;
        exhaustGrams += burnt;
        dustGrams += lifted;
        sums[EXHAUST_SEEN] += exhaust * km;
        sums[DUST_SEEN] += dust * km;
        int zone = pair / typical.zones;
        gramsPerSecond[scene.air.firstSquare + zone] += (burnt + lifted) / SECONDS_AN_HOUR;
    }

    /** Forgets the hour. */
    void clear() {
        trips.clear();
        pcuKm = 0;
        congestedPcuKm = 0;
        busKm = 0;
        freightKm = 0;
        exhaustGrams = 0;
        dustGrams = 0;
    }

    /** PCU km that the hour's trips drive by their routes' lengths, with lorries. */
    double expectedPcuKm(int hourOfDay) {
        double sum = 0;
        for (int index = 0; index < trips.count(); index++) {
            int pair = trips.pair(index);
            sum += trips.pcu[pair] * typical.routes[hourOfDay].along(pair, roads.km);
        }
        for (int road : used) {
            sum += typical.lorries.pcu[hourOfDay][road] * roads.km[road];
        }
        return sum;
    }

    /** Exhaust at the reference speed so far, g; what speeds make of it is its mean factor. */
    double exhaustSeen() {
        return sums[EXHAUST_SEEN];
    }

    /** Dust as of silt of 1 g/m2 in dry hours so far, g. */
    double dustSeen() {
        return sums[DUST_SEEN];
    }

    /** Whether a mode uses the roads. */
    static boolean onRoads(int mode) {
        return mode >= Mode.BUS.ordinal();
    }

    double[][] state() {
        return new double[][] {sums};
    }
}

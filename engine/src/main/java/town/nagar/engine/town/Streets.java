package town.nagar.engine.town;

import java.util.Arrays;
import town.nagar.engine.air.SpeedResponse;
import town.nagar.engine.people.Mode;

/**
 * Roads of a run in one hour: trips go onto the typical hour's routes, times and emissions follow
 * from the flows that come together. Nothing but the day's sums is kept from hour to hour.
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

    private final int[] touched;
    private final boolean[] isTouched;
    private int touchedPairs;
    private final double[] pairPcu;
    private final double[] pairExhaust;
    private final double[] pairDust;

    /** Minutes on the roads between the zones of a pair in this hour. */
    final double[] pairMinutes;

    private final double[] pcu;
    private final double[] exhaust;
    private final double[] dust;
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
        touched = new int[typical.pairs];
        isTouched = new boolean[typical.pairs];
        pairPcu = new double[typical.pairs];
        pairExhaust = new double[typical.pairs];
        pairDust = new double[typical.pairs];
        pairMinutes = new double[typical.pairs];
        pcu = new double[roads.count];
        exhaust = new double[roads.count];
        dust = new double[roads.count];
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
        if (!isTouched[pair]) {
            isTouched[pair] = true;
            touched[touchedPairs++] = pair;
        }
        pairPcu[pair] += typical.travel.pcu[mode];
        pairExhaust[pair] += ownWay * exhaustGramsPerKm;
        pairDust[pair] += ownWay * typical.travel.dust[mode];
    }

    /** Lets delivery vans travel. */
    void addVans(int pair, double vans) {
        if (!isTouched[pair]) {
            isTouched[pair] = true;
            touched[touchedPairs++] = pair;
        }
        pairPcu[pair] += vans * typical.lorries.vanPcu;
        pairExhaust[pair] += vans * typical.lorries.vanExhaust;
        pairDust[pair] += vans * typical.lorries.vanDust;
        freightKm += vans * typical.km[pair];
    }

    /**
     * Loads the hour's trips and finds times and emissions.
     *
     * @param dry share of dust that rain leaves
     * @param gramsPerSecond receives those of the roads and squares; not cleared
     */
    void flow(int hourOfDay, Inputs inputs, double dry, double[] gramsPerSecond) {
        load(hourOfDay);
        double exhaustScale = inputs.exhaust;
        double dustScale = inputs.dust * dry;
        double[] capacity = roads.capacity[hourOfDay];
        double[] buses = roads.buses[hourOfDay];
        for (int road : used) {
            double full = pcu[road] / capacity[road];
            double square = full * full;
            double slowed = 1 + inputs.delay * square * square;
            minutes[road] = roads.freeMinutes[road] * slowed;
            double speed = roads.freeKmPerHour[road] / slowed;
            double km = roads.km[road];
            double burnt =
                    (exhaust[road] + buses[road] * roads.busExhaustGramsPerKm)
                            * RESPONSE.ratio(speed)
                            * exhaustScale
                            * km;
            double lifted =
                    (dust[road] + buses[road] * roads.busDustGramsPerKm)
                            * roads.silt[road]
                            * dustScale
                            * km;
            exhaustGrams += burnt;
            dustGrams += lifted;
            gramsPerSecond[scene.air.emitterOfRoad[road]] += (burnt + lifted) / SECONDS_AN_HOUR;
            sums[EXHAUST_SEEN] += (exhaust[road] + buses[road] * roads.busExhaustGramsPerKm) * km;
            sums[DUST_SEEN] += (dust[road] + buses[road] * roads.busDustGramsPerKm) * km;
            double level = Math.max(Math.min(1, full), 1 - 1 / slowed);
            pcuKm += pcu[road] * km;
            congestedPcuKm += level * pcu[road] * km;
            busKm += buses[road] * km;
        }
        finishPairs(hourOfDay, inputs, dry, gramsPerSecond);
    }

    private void load(int hourOfDay) {
        double[] freight = typical.lorries.pcu[hourOfDay];
        double[] freightExhaust = typical.lorries.exhaust[hourOfDay];
        double[] freightDust = typical.lorries.dust[hourOfDay];
        double[] freightVehicles = typical.lorries.vehicles[hourOfDay];
        for (int road : used) {
            pcu[road] = freight[road];
            exhaust[road] = freightExhaust[road];
            dust[road] = freightDust[road];
            freightKm += freightVehicles[road] * roads.km[road];
        }
        Routes routes = typical.routes[hourOfDay];
        for (int index = 0; index < touchedPairs; index++) {
            int pair = touched[index];
            double pairUnits = pairPcu[pair];
            double pairBurnt = pairExhaust[pair];
            double pairLifted = pairDust[pair];
            for (int route = routes.firstRoute[pair];
                    route < routes.firstRoute[pair + 1];
                    route++) {
                double share = routes.share[route];
                double units = share * pairUnits;
                double burnt = share * pairBurnt;
                double lifted = share * pairLifted;
                for (int at = routes.firstLink[route]; at < routes.firstLink[route + 1]; at++) {
                    int road = routes.link[at];
                    pcu[road] += units;
                    exhaust[road] += burnt;
                    dust[road] += lifted;
                }
            }
        }
    }

    /** Takes a typical day's times for the pairs that were travelled, in place of a flow. */
    void takeUsualTimes(int hourOfDay) {
        for (int index = 0; index < touchedPairs; index++) {
            int pair = touched[index];
            pairMinutes[pair] = typical.minutes[hourOfDay][pair];
        }
    }

    /** Times of the pairs that were travelled; trips within a zone emit in its square. */
    private void finishPairs(int hourOfDay, Inputs inputs, double dry, double[] gramsPerSecond) {
        Routes routes = typical.routes[hourOfDay];
        for (int index = 0; index < touchedPairs; index++) {
            int pair = touched[index];
            boolean joined = routes.joins(pair);
            pairMinutes[pair] =
                    joined ? routes.along(pair, minutes) : typical.minutes[hourOfDay][pair];
            if (!joined) {
                double km = typical.km[pair];
                double burnt =
                        pairExhaust[pair]
                                * RESPONSE.ratio(WITHIN_KM_PER_HOUR)
                                * inputs.exhaust
                                * km;
                double lifted = pairDust[pair] * WITHIN_SILT * inputs.dust * dry * km;
                exhaustGrams += burnt;
                dustGrams += lifted;
                sums[EXHAUST_SEEN] += pairExhaust[pair] * km;
                sums[DUST_SEEN] += pairDust[pair] * km;
                int zone = pair / typical.zones;
                gramsPerSecond[scene.air.firstSquare + zone] += (burnt + lifted) / SECONDS_AN_HOUR;
            }
        }
    }

    /** Forgets the hour. */
    void clear() {
        for (int index = 0; index < touchedPairs; index++) {
            int pair = touched[index];
            isTouched[pair] = false;
            pairPcu[pair] = 0;
            pairExhaust[pair] = 0;
            pairDust[pair] = 0;
        }
        touchedPairs = 0;
        pcuKm = 0;
        congestedPcuKm = 0;
        busKm = 0;
        freightKm = 0;
        exhaustGrams = 0;
        dustGrams = 0;
    }

    /** PCU between zones of this hour's agents and vans, on all pairs that roads join. */
    double travelledPcu(int hourOfDay) {
        double sum = 0;
        for (int index = 0; index < touchedPairs; index++) {
            sum += typical.routes[hourOfDay].joins(touched[index]) ? pairPcu[touched[index]] : 0;
        }
        return sum;
    }

    /** PCU km that those trips drive by their routes' lengths, with lorries. */
    double expectedPcuKm(int hourOfDay) {
        double sum = 0;
        for (int index = 0; index < touchedPairs; index++) {
            int pair = touched[index];
            sum += pairPcu[pair] * typical.routes[hourOfDay].along(pair, roads.km);
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

    double pcuOn(int road) {
        return pcu[road];
    }

    /** Whether a mode uses the roads. */
    static boolean onRoads(int mode) {
        return mode >= Mode.BUS.ordinal();
    }

    double[][] state() {
        return new double[][] {sums};
    }
}

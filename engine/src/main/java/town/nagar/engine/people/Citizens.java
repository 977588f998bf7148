package town.nagar.engine.people;

import java.nio.ByteBuffer;
import java.util.Arrays;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.DiscreteChoice;

/**
 * The town's citizens, one slot in each array a citizen, stepped hour by hour.
 *
 * <p>At {@link #RULE_HOUR} all decide together whether to obey the rule that day, seeing what their
 * neighbours did the day before. At their hour of leaving they choose a mode, at their hour of
 * return they learn the time it took: T' = (1 - a) T + a T_seen (Horowitz 1984; Cascetta 1989).
 * Nothing is allocated in a step, and no citizen sees another's step t before t + 1.
 */
public final class Citizens {
    /** The hour of the day at which the day's conduct is decided. */
    public static final int RULE_HOUR = 4;

    private static final int HOURS_A_DAY = 24;
    private static final double SATISFACTION_RATE = 0.02;
    private static final double HARMFUL_MICROGRAMS = 60;

    private final CitizenTraits traits;
    private final NeighbourNetwork network;
    private final RuleResponse response;
    private final double perMinute;
    private final double[] fixedPart;
    private final double[] perKm;
    private final double learning;

    private final double[] learntMinutes;
    private final double[] exposure;
    private final double[] satisfaction;
    private final byte[] mode;
    private final byte[] obeys;
    private final byte[] away;

    private final byte[] obeyedBefore;
    private final double[] utility = new double[Mode.COUNT];
    private final long[] travellers = new long[Mode.COUNT];

    private Citizens(
            CitizenTraits traits,
            NeighbourNetwork network,
            ModeTaste taste,
            RuleResponse response,
            double learning) {
        int count = traits.count();
        this.traits = traits;
        this.network = network;
        this.response = response;
        this.perMinute = taste.perMinute();
        this.fixedPart = taste.fixedPart();
        this.perKm = taste.perKm();
        this.learning = learning;
        this.learntMinutes = new double[count * Mode.COUNT];
        this.exposure = new double[count];
        this.satisfaction = new double[count];
        this.mode = new byte[count];
        this.obeys = new byte[count];
        this.away = new byte[count];
        this.obeyedBefore = new byte[count];
    }

    /**
     * Citizens who sit at home at hour 0, half satisfied, and know the given times.
     *
     * @param network of as many people
     * @param learning a of T' = (1 - a) T + a T_seen, 0 to 1
     * @param minutesPerKm known at first, one a mode
     * @throws IllegalArgumentException if the numbers do not fit
     */
    public static Citizens of(
            CitizenTraits traits,
            NeighbourNetwork network,
            ModeTaste taste,
            RuleResponse response,
            double learning,
            double[] minutesPerKm) {
        if (network.people() != traits.count() || !(learning >= 0 && learning <= 1)) {
            throw new IllegalArgumentException(
                    "%d citizens in a network of %d, learning %s; allowed are as many and 0 to 1"
                            .formatted(traits.count(), network.people(), learning));
        }
        requireOneAMode(minutesPerKm);
        var citizens = new Citizens(traits, network, taste, response, learning);
        Arrays.fill(citizens.satisfaction, 0.5);
        for (int slot = 0; slot < citizens.learntMinutes.length; slot++) {
            double km = traits.tripKm[slot / Mode.COUNT];
            citizens.learntMinutes[slot] = km * minutesPerKm[slot % Mode.COUNT];
        }
        return citizens;
    }

    private static void requireOneAMode(double[] minutesPerKm) {
        if (minutesPerKm.length != Mode.COUNT) {
            throw new IllegalArgumentException(
                    "%d minutes a km; allowed are %d, one a mode"
                            .formatted(minutesPerKm.length, Mode.COUNT));
        }
    }

    /** Number of citizens. */
    public int count() {
        return mode.length;
    }

    /**
     * Lets an hour pass.
     *
     * @param hour from the start of the run, which is midnight
     * @param air PM2.5 in micrograms per cubic metre, one a zone
     * @param minutesPerKm of this hour, one a mode
     * @param permittedModes of those who obey: one set a citizen
     * @throws IllegalArgumentException if there is not one slot a mode or citizen
     */
    public void step(
            int hour, Chance chance, double[] air, double[] minutesPerKm, byte[] permittedModes) {
        requireOneAMode(minutesPerKm);
        if (permittedModes.length != count()) {
            throw new IllegalArgumentException(
                    "%d permits for %d citizens".formatted(permittedModes.length, count()));
        }
        int hourOfDay = hour % HOURS_A_DAY;
        Arrays.fill(travellers, 0);
        if (hourOfDay == RULE_HOUR) {
            decideConduct(hour, chance);
        }
        for (int citizen = 0; citizen < mode.length; citizen++) {
            if (hourOfDay == traits.leaveHour[citizen]) {
                leave(citizen, hour, chance, permittedModes[citizen]);
            } else if (hourOfDay == traits.returnHour[citizen]) {
                comeBack(citizen, minutesPerKm);
            }
            breathe(citizen, air);
        }
    }

    private void decideConduct(int hour, Chance chance) {
        System.arraycopy(obeys, 0, obeyedBefore, 0, obeys.length);
        for (int citizen = 0; citizen < obeys.length; citizen++) {
            double probability = response.probability(network.shareOf(citizen, obeyedBefore));
            boolean obeying = chance.uniform(citizen, hour, Decisions.OBEY) < probability;
            obeys[citizen] = (byte) (obeying ? 1 : 0);
        }
    }

    private void leave(int citizen, int hour, Chance chance, byte permitted) {
        int open = traits.ownedModes[citizen];
        if (obeys[citizen] == 1) {
            open = (open & permitted) | Mode.WALK.bit();
        }
        weigh(citizen, open);
        double u = chance.uniform(citizen, hour, Decisions.MODE);
        mode[citizen] = (byte) DiscreteChoice.pick(u, utility);
        away[citizen] = 1;
        travellers[mode[citizen]]++;
    }

    /** Leaves exp(V) less the largest V in the utilities; 0 for modes that are shut. */
    private void weigh(int citizen, int open) {
        double largest = Double.NEGATIVE_INFINITY;
        double km = traits.tripKm[citizen];
        for (int way = 0; way < Mode.COUNT; way++) {
            double minutes = learntMinutes[citizen * Mode.COUNT + way];
            utility[way] = fixedPart[way] + perMinute * minutes + perKm[way] * km;
            if ((open >>> way & 1) == 1) {
                largest = Math.max(largest, utility[way]);
            }
        }
        for (int way = 0; way < Mode.COUNT; way++) {
            boolean isOpen = (open >>> way & 1) == 1;
            utility[way] = isOpen ? StrictMath.exp(utility[way] - largest) : 0;
        }
    }

    private void comeBack(int citizen, double[] minutesPerKm) {
        int way = mode[citizen];
        int slot = citizen * Mode.COUNT + way;
        double seen = traits.tripKm[citizen] * minutesPerKm[way];
        double expected = learntMinutes[slot];
        learntMinutes[slot] = (1 - learning) * expected + learning * seen;
        double verdict = seen <= expected ? 1 : expected / seen;
        satisfaction[citizen] += SATISFACTION_RATE * (verdict - satisfaction[citizen]);
        away[citizen] = 0;
        travellers[way]++;
    }

    private void breathe(int citizen, double[] air) {
        int zone = away[citizen] == 1 ? traits.workZone[citizen] : traits.homeZone[citizen];
        double breathed = air[zone];
        exposure[citizen] += breathed;
        double verdict = HARMFUL_MICROGRAMS / Math.max(HARMFUL_MICROGRAMS, breathed);
        satisfaction[citizen] += SATISFACTION_RATE * (verdict - satisfaction[citizen]);
    }

    /** Trips of the last hour by one mode. */
    public long trips(Mode way) {
        return travellers[way.ordinal()];
    }

    /** Whether a citizen obeys the rule today. */
    public boolean obeys(int citizen) {
        return obeys[citizen] == 1;
    }

    /** How many obey the rule today. */
    public int obeying() {
        int sum = 0;
        for (byte one : obeys) {
            sum += one;
        }
        return sum;
    }

    /** The mode a citizen last chose; walking before the first trip. */
    public Mode mode(int citizen) {
        return Mode.values()[mode[citizen]];
    }

    /** Minutes a citizen expects a trip by a mode to take. */
    public double learntMinutes(int citizen, Mode way) {
        return learntMinutes[citizen * Mode.COUNT + way.ordinal()];
    }

    /** PM2.5 breathed so far, in microgram hours per cubic metre. */
    public double exposure(int citizen) {
        return exposure[citizen];
    }

    /** How content a citizen is, 0 to 1. */
    public double satisfaction(int citizen) {
        return satisfaction[citizen];
    }

    int stateBytes() {
        return mode.length * (Double.BYTES * (Mode.COUNT + 2) + 3);
    }

    void save(ByteBuffer out) {
        StateBytes.put(out, learntMinutes);
        StateBytes.put(out, exposure);
        StateBytes.put(out, satisfaction);
        out.put(mode).put(obeys).put(away);
    }

    void restore(ByteBuffer in) {
        StateBytes.get(in, learntMinutes);
        StateBytes.get(in, exposure);
        StateBytes.get(in, satisfaction);
        in.get(mode).get(obeys).get(away);
    }
}

package town.nagar.engine.town;

import java.util.Arrays;
import town.nagar.engine.people.Mode;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Quantiles;
import town.nagar.engine.weather.WeatherDays;

/**
 * How a day begins: how many go out and what each mode's weight is multiplied by, after the day's
 * weather and how full the buses of the days before were.
 */
final class Morning {
    private static final double USUAL_GOING = 0.93;
    private static final double GOING_DEVIATION = 0.02;
    private static final double LEARNING = 0.2;
    private static final double CROWDED_PENALTY = 1.5;
    private static final double HOT_C = 40;

    /** Utility that a wet day and a hot one add to each mode; assumptions. */
    private static final double[] WET = {-0.3, -0.8, 0, 0.2, -0.5, 0.2};

    private static final double[] HOT = {-0.4, -0.4, 0, 0.1, -0.2, 0.2};

    private static final int BUS_LOAD = 0;
    private static final int GOING = 1;
    private static final int WETNESS = 2;

    private final Scene scene;
    private final double busSeatKm;
    private final double[] state = new double[3];
    private final float[] today = new float[Mode.COUNT];

    Morning(Scene scene) {
        this.scene = scene;
        busSeatKm = busSeatKm();
    }

    /** Passenger km that the buses of a day have seats for. */
    private double busSeatKm() {
        double km = 0;
        for (int hour = 0; hour < TownRun.HOURS_A_DAY; hour++) {
            for (int road : scene.usedRoads) {
                km += scene.traffic.roads.buses[hour][road] * scene.traffic.roads.km[road];
            }
        }
        double seats =
                scene.traffic.travel.busesRun()
                        ? scene.traffic.travel.busSeatsPerHour / scene.traffic.travel.busesPerHour
                        : 0;
        return km * seats;
    }

    void reset() {
        Arrays.fill(state, 0);
    }

    /** Finds what the day is like. */
    void dawn(int day, Chance chance, Inputs inputs, WeatherDays days) {
        boolean wet = days.wet(day);
        state[WETNESS] = wet ? 1 : 0;
        state[GOING] = going(day, chance, inputs);
        boolean hot = days.maximumC(day) > HOT_C;
        for (int mode = 0; mode < Mode.COUNT; mode++) {
            double added = (wet ? WET[mode] : 0) + (hot ? HOT[mode] : 0);
            if (mode == Mode.BUS.ordinal()) {
                added -= CROWDED_PENALTY * Math.max(0, state[BUS_LOAD] - 1);
            }
            today[mode] = (float) StrictMath.exp(added);
        }
    }

    private float going(int day, Chance chance, Inputs inputs) {
        double luck = Quantiles.normal(chance.uniform(0, day, Draws.DEMAND), 0, GOING_DEVIATION);
        double share =
                (USUAL_GOING + luck)
                        * inputs.travel
                        * scene.policy.outlook().travelFactor()
                        * (scene.sunday[day]
                                ? scene.plan.population().travelling().sundayShare()
                                : 1);
        return (float) Math.clamp(share, 0, 1);
    }

    /**
     * Learns how full buses are from a day that is over.
     *
     * @param riderKm that people rode on buses
     */
    void learn(double riderKm) {
        double load = busSeatKm > 0 ? riderKm / busSeatKm : 0;
        state[BUS_LOAD] += LEARNING * (load - state[BUS_LOAD]);
    }

    /** Share of those with work who go today. */
    float going() {
        return (float) state[GOING];
    }

    boolean isWet() {
        return state[WETNESS] == 1;
    }

    /** What the day multiplies each mode's weight by. */
    float[] today() {
        return today;
    }

    double[][] state() {
        return new double[][] {state};
    }
}

package town.nagar.engine.town;

import town.nagar.engine.people.Mode;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Quantiles;
import town.nagar.engine.town.plan.Population;

/**
 * What citizens earn and like, how fast they learn, and when those who work elsewhere leave and
 * come back.
 */
final class Habits {
    private static final int LAST_HOUR = 23;

    /** Weights of the hours in which citizens leave, from 5; an assumption. */
    private static final double[] LEAVING = {2, 6, 14, 26, 24, 13, 5, 3, 3, 2, 1, 1};

    private static final int FIRST_LEAVING = 5;

    /** Weights of the hours they stay away, from 4. */
    private static final double[] STAYING = {4, 8, 10, 10, 18, 24, 16, 8};

    private static final int LEAST_STAYING = 4;

    private static final double CYCLE_SHARE = 0.35;
    private static final double INCOME_LOG_DEVIATION = 0.7;
    private static final double HABIT_DEVIATION = 0.8;
    private static final double SLOWEST_LEARNING = 0.05;
    private static final double FASTEST_LEARNING = 0.35;

    final byte[] leaveHour;
    final byte[] returnHour;
    final byte[] modes;
    final float[] incomePaisePerDay;
    final float[] habit;
    final float[] learningRate;

    private final Population people;
    private final Chance chance;

    Habits(Population people, Chance chance) {
        this.people = people;
        this.chance = chance;
        int citizens = people.citizens();
        leaveHour = new byte[citizens];
        returnHour = new byte[citizens];
        modes = new byte[citizens];
        incomePaisePerDay = new float[citizens];
        habit = new float[citizens * Mode.COUNT];
        learningRate = new float[citizens];
        for (int citizen = 0; citizen < citizens; citizen++) {
            describe(citizen);
            schedule(citizen);
        }
    }

    private void describe(int citizen) {
        double u = chance.uniform(citizen, 0, Draws.INCOME);
        double factor = Quantiles.logNormal(u, 0, INCOME_LOG_DEVIATION);
        incomePaisePerDay[citizen] =
                (float) (100 * people.households().incomeRupeesPerDay() * factor);
        boolean cycles = chance.uniform(citizen, 0, Draws.CYCLE) < CYCLE_SHARE;
        int everyones = Mode.WALK.bit() | Mode.BUS.bit() | Mode.AUTO_RICKSHAW.bit();
        modes[citizen] = (byte) (everyones | (cycles ? Mode.CYCLE.bit() : 0));
        for (int mode = 0; mode < Mode.COUNT; mode++) {
            double own = chance.uniform(citizen, mode, Draws.HABIT);
            habit[citizen * Mode.COUNT + mode] = (float) Quantiles.normal(own, 0, HABIT_DEVIATION);
        }
        double quick = chance.uniform(citizen, 0, Draws.LEARNING);
        learningRate[citizen] =
                (float) (SLOWEST_LEARNING + quick * (FASTEST_LEARNING - SLOWEST_LEARNING));
    }

    private void schedule(int citizen) {
        boolean travels = chance.uniform(citizen, 0, Draws.TRAVELS) < people.travelling().share();
        int leave =
                FIRST_LEAVING + Draw.slot(chance.uniform(citizen, 0, Draws.LEAVE_HOUR), LEAVING);
        int stay = LEAST_STAYING + Draw.slot(chance.uniform(citizen, 0, Draws.HOURS_AWAY), STAYING);
        leaveHour[citizen] = (byte) (travels ? leave : Agents.NONE);
        returnHour[citizen] = (byte) (travels ? Math.min(LAST_HOUR, leave + stay) : Agents.NONE);
    }
}

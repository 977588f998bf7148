package town.nagar.engine.town;

import town.nagar.engine.random.Chance;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.policy.Policy;

/**
 * The agents' part of a town's hours alone: citizens obey, choose, travel, learn and take stock,
 * vehicles count their way, businesses trade and farms sell, while roads are as on a typical day
 * and air and pipes stand still. It is there to be measured.
 */
public final class AgentHours {
    private static final double[] USUAL = {};

    private final TownRun run;

    private AgentHours(TownRun run) {
        this.run = run;
    }

    /**
     * The agents of a town under a policy.
     *
     * @throws IllegalArgumentException naming what of the plan cannot be run
     */
    public static AgentHours of(TownPlan plan, Policy policy, StudySettings settings) {
        Scene scene = Scenes.of(plan, Policy.none(), policy, settings).getLast();
        return new AgentHours(new TownRun(scene, TownWatch.NONE));
    }

    /** Lets all hours of the settings' days pass. */
    public void run(Chance chance) {
        run.begin(chance, USUAL);
        for (int hour = 0; hour < run.scene.days * TownRun.HOURS_A_DAY; hour++) {
            step(hour);
        }
    }

    private void step(int hour) {
        int day = hour / TownRun.HOURS_A_DAY;
        int hourOfDay = hour % TownRun.HOURS_A_DAY;
        if (hourOfDay == 0) {
            run.dawn(day);
        }
        run.setOut(hour);
        run.streets.takeUsualTimes(hourOfDay);
        run.citizens.arrive(hourOfDay, run.streets, TownWatch.NONE, hour);
        if (hourOfDay == TownRun.HOURS_A_DAY - 1) {
            run.dusk(day);
        }
    }

    /** Trips made since the run began, by all citizens. */
    public long trips() {
        double trips = 0;
        for (double one : run.citizens.journeys.trips) {
            trips += one;
        }
        return (long) trips;
    }
}

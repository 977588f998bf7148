package town.nagar.checks.bench;

import java.time.LocalDate;
import java.util.Locale;
import java.util.function.IntConsumer;
import town.nagar.engine.random.Chance;
import town.nagar.engine.town.AgentHours;
import town.nagar.engine.town.OddEvenStudy;
import town.nagar.engine.town.StudySettings;
import town.nagar.engine.town.plan.Population;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.preset.GridTown;

/**
 * Steps of one agent in a second of one core.
 *
 * <p>The two models that frameworks are compared by act one after another in a fresh random order
 * and see each other's moves at once; the town's people step together, all reading the hour before.
 * Those are different promises and so different figures. What MASON 22 reaches was measured once on
 * a machine like this one (2.94 and 1.12 million a second).
 */
final class AgentsBench {
    private static final double MASON_SCHELLING = 2.94;
    private static final double MASON_FLOCKING = 1.12;
    private static final int SCHELLING_STEPS = 20;
    private static final int FLOCKING_STEPS = 100;
    private static final int HOURS_A_DAY = 24;
    private static final StudySettings MONTH =
            StudySettings.of(LocalDate.of(2026, 3, 1), 30, 1, 2, 1);

    private final Report report;

    AgentsBench(Report report) {
        this.report = report;
    }

    void run() {
        long seats = (long) Schelling.AGENTS * SCHELLING_STEPS;
        rate("Schelling-large, one after another", seats, AgentsBench::schelling, MASON_SCHELLING);
        long flights = (long) Flocking.BIRDS * FLOCKING_STEPS;
        rate("Flocking-large, one after another", flights, AgentsBench::flocking, MASON_FLOCKING);
        TownPlan town = GridTown.design();
        Population all = town.population();
        month("15,700 agents, 720 hours, together", town);
        month(
                "10,000 citizens and 5,000 vehicles alone, 720 hours, together",
                town.withPopulation(Population.typical(all.citizens(), all.vehicles(), 0, 0)));
    }

    private static void schelling(int seed) {
        var town = new Schelling(seed);
        for (int step = 0; step < SCHELLING_STEPS; step++) {
            town.step(step);
        }
    }

    private static void flocking(int seed) {
        var birds = new Flocking(seed);
        for (int step = 0; step < FLOCKING_STEPS; step++) {
            birds.step(step);
        }
    }

    /** A month of the agents of a town under a rule by plates, its roads and air standing still. */
    private void month(String name, TownPlan town) {
        long steps = (long) town.population().agents() * MONTH.days() * HOURS_A_DAY;
        AgentHours agents = AgentHours.of(town, OddEvenStudy.policy(), MONTH);
        rate(name, steps, run -> agents.run(Chance.of(1, run)), 0);
    }

    private void rate(String name, long agentSteps, IntConsumer work, double mason) {
        Rounds rounds = Rounds.of(30, 21, work);
        double millions = agentSteps / rounds.median() / 1000;
        report.figure(
                name,
                String.format(Locale.ROOT, "%.2f M agent-steps/s (%s)", millions, rounds),
                mason > 0 ? String.format(Locale.ROOT, "%.2f (MASON x3)", 3 * mason) : "");
    }
}

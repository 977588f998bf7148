package town.nagar.checks.bench;

import java.util.Locale;
import java.util.function.IntConsumer;
import town.nagar.engine.random.Chance;

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
    private static final int MONTH = 720;
    private static final int PEOPLE = 10_000;
    private static final int CARS = 5_000;
    private static final int SHOPS = 500;
    private static final int FARMS = 200;

    private final Report report;

    AgentsBench(Report report) {
        this.report = report;
    }

    void run() {
        long seats = (long) Schelling.AGENTS * SCHELLING_STEPS;
        rate("Schelling-large, one after another", seats, AgentsBench::schelling, MASON_SCHELLING);
        long flights = (long) Flocking.BIRDS * FLOCKING_STEPS;
        rate("Flocking-large, one after another", flights, AgentsBench::flocking, MASON_FLOCKING);
        var town = new BenchPeople(PEOPLE, CARS, SHOPS, FARMS, 1);
        long agents = PEOPLE + CARS + SHOPS + FARMS;
        rate("15,700 agents, 720 hours, together", agents * MONTH, run -> month(town, run), 0);
        rate(
                "10,000 citizens alone, 720 hours, together",
                (long) PEOPLE * MONTH,
                run -> citizens(town, run),
                0);
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

    private static void month(BenchPeople town, int run) {
        var chance = Chance.of(1, run);
        for (int hour = 0; hour < MONTH; hour++) {
            town.step(hour, chance);
        }
    }

    private static void citizens(BenchPeople town, int run) {
        var chance = Chance.of(2, run);
        for (int hour = 0; hour < MONTH; hour++) {
            town.stepCitizens(hour, chance);
        }
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

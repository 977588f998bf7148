package town.nagar.engine.people;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.IntConsumer;
import town.nagar.engine.random.Chance;

/** Prints steps of one agent in a second of one core's time, the median of nine after warm-up. */
final class PeopleTiming {
    private static final int ROUNDS = 9;

    private PeopleTiming() {}

    public static void main(String[] args) {
        var town = new SmallTown(10_000, 5_000, 500, 200, 1);
        report("town of 15,700, 720 h", 15_700L * 720, run -> townMonth(town, run));
        report("Schelling-large", Schelling.AGENTS * 20L, PeopleTiming::schelling);
        report("Flocking-large", Flocking.BIRDS * 100L, PeopleTiming::flocking);
    }

    private static void townMonth(SmallTown town, int run) {
        var chance = Chance.of(1, run);
        for (int hour = 0; hour < 720; hour++) {
            town.step(hour, chance);
        }
    }

    private static void schelling(int seed) {
        var town = new Schelling(seed);
        for (int step = 0; step < 20; step++) {
            town.step(step);
        }
    }

    private static void flocking(int seed) {
        var birds = new Flocking(seed);
        for (int step = 0; step < 100; step++) {
            birds.step(step);
        }
    }

    private static void report(String name, long agentSteps, IntConsumer work) {
        var threads = ManagementFactory.getThreadMXBean();
        var seconds = new double[ROUNDS];
        for (int run = 0; run < 2 * ROUNDS; run++) {
            long before = threads.getCurrentThreadCpuTime();
            work.accept(run);
            seconds[run % ROUNDS] = (threads.getCurrentThreadCpuTime() - before) / 1e9;
        }
        Arrays.sort(seconds);
        double median = seconds[ROUNDS / 2];
        System.out.printf(
                "%s: %.1f ms, %.2f M agent-steps/s%n",
                name, 1000 * median, agentSteps / median / 1e6);
    }
}

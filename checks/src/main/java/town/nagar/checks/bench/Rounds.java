package town.nagar.checks.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * What one piece of work takes of one core, in milliseconds of its thread's CPU time.
 *
 * @param first the very first time, before the machine is warm
 * @param least of the rounds after warm-up
 * @param median of the rounds after warm-up
 */
record Rounds(double first, double least, double median) {
    /**
     * Does the work again and again.
     *
     * @param warmUps rounds that are not counted, the first of them apart; 1 or more
     * @param rounds rounds that count
     * @param work is handed the number of the round, from 0
     */
    static Rounds of(int warmUps, int rounds, IntConsumer work) {
        double first = cpuMilliseconds(0, work);
        for (int round = 1; round < warmUps; round++) {
            work.accept(round);
        }
        var measured = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            measured[round] = cpuMilliseconds(warmUps + round, work);
        }
        var sorted = new Percentiles(measured);
        return new Rounds(first, sorted.at(0), sorted.at(0.5));
    }

    static double cpuMilliseconds(int round, IntConsumer work) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        work.accept(round);
        return (threads.getCurrentThreadCpuTime() - before) / 1e6;
    }

    /** Least and median. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f ms, least %.3f", median, least);
    }
}

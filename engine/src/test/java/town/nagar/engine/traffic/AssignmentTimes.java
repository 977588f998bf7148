package town.nagar.engine.traffic;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import town.nagar.engine.traffic.tntp.Tntp;

/**
 * Times the assignment: {@code AssignmentTimes FOLDER [RUNS]}, with TNTP files in the folder.
 *
 * <p>CPU time of the solving thread: the first run (with JIT warm-up), the median of all runs, and
 * the median when 2 % more trips start from the routes of the solution before.
 */
final class AssignmentTimes {
    private AssignmentTimes() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : 9;
        for (double gap : new double[] {1e-4, 1e-6, 1e-12}) {
            time(folder, "SiouxFalls", GeneralisedCost.TIME, gap, runs);
            time(folder, "Anaheim", GeneralisedCost.TIME, gap, runs);
            time(folder, "ChicagoSketch", new GeneralisedCost(0.02, 0.04), gap, runs);
        }
    }

    private static void time(
            Path folder, String name, GeneralisedCost minded, double gap, int runs) {
        var network = Tntp.readNetwork(folder.resolve(name + "_net.tntp"));
        var trips = Tntp.readTrips(folder.resolve(name + "_trips.tntp"));
        var cold = new double[runs];
        var warm = new double[runs];
        for (int run = 0; run < runs; run++) {
            var assignment = Assignment.of(network, minded, Principle.USER_EQUILIBRIUM);
            cold[run] = cpuMilliseconds(() -> assignment.solve(trips, gap));
            warm[run] = cpuMilliseconds(() -> assignment.solve(trips.scaled(1.02), gap));
        }
        System.out.printf(
                "%-14s gap %.0e: first %8.2f ms, median %8.2f ms, warm %8.2f ms%n",
                name, gap, cold[0], median(cold), median(warm));
    }

    private static double cpuMilliseconds(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - before) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

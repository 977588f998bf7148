package town.nagar.engine.water;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import town.nagar.engine.water.inp.InpReader;
import town.nagar.engine.water.network.Network;

/** Prints how long a network's run takes once the machine is warm: file, then number of runs. */
final class HydraulicTiming {
    private HydraulicTiming() {}

    public static void main(String[] args) throws IOException {
        Network network = InpReader.read(Path.of(args[0]));
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : 5000;
        HydraulicRun run = HydraulicRun.prepare(network);
        double[] milliseconds = new double[runs];
        HydraulicResults results = run.simulate();
        for (int i = 0; i < runs; i++) {
            long before = System.nanoTime();
            results = run.simulate();
            milliseconds[i] = (System.nanoTime() - before) / 1e6;
        }
        double[] warm = Arrays.copyOfRange(milliseconds, runs / 2, runs);
        Arrays.sort(warm);
        System.out.printf(
                "%d solutions, %d Newton steps: least %.3f ms, median %.3f ms%n",
                results.solutions(), results.iterations(), warm[0], warm[warm.length / 2]);
    }
}

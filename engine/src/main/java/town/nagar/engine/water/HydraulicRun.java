package town.nagar.engine.water;

import java.util.List;
import town.nagar.engine.water.network.Network;
import town.nagar.engine.water.network.Times;

/** A network's run over its whole duration, as its file describes it. */
public final class HydraulicRun {
    private HydraulicRun() {}

    /** Heads and flows at each report time. */
    public static HydraulicResults simulate(Network network) {
        return simulate(network, List.of());
    }

    /**
     * The same with leaks and bursts.
     *
     * @throws IllegalArgumentException if a leak is at no junction of the network
     */
    public static HydraulicResults simulate(Network network, List<Leak> leaks) {
        ExtendedPeriod period = new ExtendedPeriod(network, leaks);
        HydraulicResults.Recorder recorder =
                new HydraulicResults.Recorder(period.layout, reportCount(network.times()));
        run(network, period, recorder);
        return new HydraulicResults(network, period.layout, recorder, period.log.diagnoses());
    }

    private static int reportCount(Times times) {
        long last = times.durationSeconds() - times.reportStartSeconds();
        return Math.toIntExact(last / times.reportStepSeconds() + 1);
    }

    private static void run(
            Network network, ExtendedPeriod period, HydraulicResults.Recorder recorder) {
        Times times = network.times();
        boolean stopsUnbalanced = network.options().extraTrials() < 0;
        long nextReport = times.reportStartSeconds();
        while (true) {
            period.takeDemandsFromPatterns();
            period.solve();
            recorder.count(period.solver);
            if (period.time() == nextReport) {
                recorder.record(period.time(), period.state);
                nextReport += times.reportStepSeconds();
            }
            boolean stopped = stopsUnbalanced && !period.solver.converged();
            if (period.time() >= times.durationSeconds() || stopped) {
                return;
            }
            period.advance(Math.min(nextReport, times.durationSeconds()) - period.time());
        }
    }
}

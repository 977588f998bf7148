package town.nagar.engine.water;

import java.util.List;
import town.nagar.engine.water.network.Network;
import town.nagar.engine.water.network.Times;

/**
 * A network's run over its whole duration, as its file describes it. Prepared once it can be
 * simulated again and again; one thread at a time may use it.
 */
public final class HydraulicRun {
    private final Network network;
    private final ExtendedPeriod period;

    private HydraulicRun(Network network, List<Leak> leaks) {
        this.network = network;
        period = new ExtendedPeriod(network, leaks);
    }

    /** Prepares a network: works out the order of elimination and all that does not change. */
    public static HydraulicRun prepare(Network network) {
        return prepare(network, List.of());
    }

    /**
     * The same with leaks and bursts.
     *
     * @throws IllegalArgumentException if a leak is at no junction of the network
     */
    public static HydraulicRun prepare(Network network, List<Leak> leaks) {
        return new HydraulicRun(network, leaks);
    }

    /** Heads and flows of a network at each report time. */
    public static HydraulicResults simulate(Network network) {
        return prepare(network).simulate();
    }

    /** Heads and flows at each report time, from the beginning. */
    public HydraulicResults simulate() {
        period.reset();
        HydraulicResults.Recorder recorder =
                new HydraulicResults.Recorder(period.layout, reportCount(network.times()));
        run(recorder);
        return new HydraulicResults(network, period.layout, recorder, period.log.diagnoses());
    }

    private static int reportCount(Times times) {
        long last = times.durationSeconds() - times.reportStartSeconds();
        return Math.toIntExact(last / times.reportStepSeconds() + 1);
    }

    /** A network whose options say so is not taken further once a solution is unbalanced. */
    private void run(HydraulicResults.Recorder recorder) {
        Times times = network.times();
        boolean stopsUnbalanced = network.options().extraTrials() < 0;
        long nextReport = times.reportStartSeconds();
        boolean goesOn = true;
        while (goesOn) {
            period.takeDemandsFromPatterns();
            period.solve();
            recorder.count(period.solver);
            if (period.time() == nextReport) {
                recorder.record(period.time(), period.state);
                nextReport += times.reportStepSeconds();
            }
            goesOn =
                    period.time() < times.durationSeconds()
                            && (period.solver.converged() || !stopsUnbalanced);
            if (goesOn) {
                period.advance(Math.min(nextReport, times.durationSeconds()) - period.time());
            }
        }
    }
}

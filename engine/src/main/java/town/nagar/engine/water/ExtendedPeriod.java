package town.nagar.engine.water;

import java.util.List;
import town.nagar.engine.water.network.Network;
import town.nagar.engine.water.network.Times;

/**
 * The march through time: solve, find out how long the solution holds, let it run, again (EPANET
 * 2.2 User Manual, 12.1, and appendix C on [TIMES], [CONTROLS] and [RULES]).
 */
final class ExtendedPeriod {
    final Layout layout;
    final State state;
    final Tanks tanks;
    final GradientSolver solver;
    final DiagnosisLog log;

    private final Times times;
    private final PatternedDemands patterns;
    private final SimpleControls controls;
    private final RuleControls rules;
    private final long[] leakFrom;
    private final long[] leakUntil;
    private final double[] leakCoefficient;
    private final int firstLeak;
    private long time;

    ExtendedPeriod(Network network, List<Leak> leaks) {
        times = network.times();
        layout = new Layout(network);
        state = new State(network, layout, leaks);
        tanks = new Tanks(network, layout, state);
        patterns = new PatternedDemands(network, state);
        controls = new SimpleControls(network, layout, state, tanks);
        rules = new RuleControls(network, layout, state, tanks);
        solver = new GradientSolver(layout, state, network.options(), tanks, controls);
        log = new DiagnosisLog(network, layout, state);
        leakFrom = leaks.stream().mapToLong(Leak::fromSeconds).toArray();
        leakUntil = leaks.stream().mapToLong(Leak::untilSeconds).toArray();
        leakCoefficient = leaks.stream().mapToDouble(l -> l.opening().coefficient()).toArray();
        firstLeak = state.outletCoefficient.length - leakFrom.length;
    }

    void reset() {
        time = 0;
        state.reset();
        tanks.reset();
        log.clear();
    }

    /** Seconds since the run began. */
    long time() {
        return time;
    }

    /** Writes the demands the patterns ask for at this time. */
    void takeDemandsFromPatterns() {
        patterns.applyDemands(period());
    }

    private long period() {
        return (time + times.patternStartSeconds()) / times.patternStepSeconds();
    }

    /** Heads and flows now, for the demands in the state. */
    void solve() {
        long period = period();
        tanks.followPatterns(period);
        patterns.applySpeeds(period);
        openLeaks();
        controls.apply(time);
        solver.solve();
        log.look(time, solver);
    }

    private void openLeaks() {
        for (int i = 0; i < leakFrom.length; i++) {
            boolean open = leakFrom[i] <= time && time < leakUntil[i];
            state.outletCoefficient[firstLeak + i] = open ? leakCoefficient[i] : 0;
        }
    }

    /**
     * Lets the solution run until something ends it.
     *
     * @param atMost seconds
     * @return seconds it ran
     */
    long advance(long atMost) {
        long step = Math.min(atMost, times.hydraulicStepSeconds());
        step = Math.min(step, Math.min(untilNextPattern(), untilNextReportStep()));
        step = untilNextLeak(step);
        step = tanks.untilFullOrEmpty(step);
        step = controls.untilNext(time, step);
        if (rules.isEmpty()) {
            tanks.fill(step);
            time += step;
            return step;
        }
        return advanceByRules(step);
    }

    /** As in EPANET, a pattern start moves the multipliers but not the instants of steps. */
    private long untilNextPattern() {
        return (period() + 1) * times.patternStepSeconds() - time;
    }

    /** Steps end at whole report steps, also before the first report. */
    private long untilNextReportStep() {
        return times.reportStepSeconds() - time % times.reportStepSeconds();
    }

    private long untilNextLeak(long atMost) {
        long step = atMost;
        for (int i = 0; i < leakFrom.length; i++) {
            step = nearer(leakFrom[i], nearer(leakUntil[i], step));
        }
        return step;
    }

    private long nearer(long instant, long step) {
        return instant > time ? Math.min(step, instant - time) : step;
    }

    /** Rules are looked at when the clock is a multiple of their step. */
    private long advanceByRules(long atMost) {
        long begin = time;
        long end = begin + atMost;
        long step = Math.min(times.ruleStepSeconds() - begin % times.ruleStepSeconds(), atMost);
        while (step > 0) {
            time += step;
            tanks.fill(step);
            if (rules.apply(time, step)) {
                break;
            }
            step = Math.min(times.ruleStepSeconds(), end - time);
        }
        return time - begin;
    }
}

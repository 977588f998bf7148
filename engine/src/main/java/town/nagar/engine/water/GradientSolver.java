package town.nagar.engine.water;

import java.util.Arrays;
import town.nagar.engine.water.network.Options;

/**
 * Heads and flows at one instant, by the global gradient algorithm: Newton's method on the energy
 * and continuity equations at once (Todini and Pilati 1988; EPANET 2.2 User Manual, 12.1).
 */
final class GradientSolver {
    /** Newton steps are shortened to this near the solution, if damping is asked for. */
    private static final double DAMPED = 0.6;

    private final Layout layout;
    private final State state;
    private final Options options;
    private final LinkPlaces places;
    private final LinkLaws laws;
    private final Outlets outlets;
    private final HeldValves valves;
    private final StatusChecks checks;
    private final SimpleControls controls;
    private final double[] balance;
    private final StepSize step = new StepSize();

    private int iterations;
    private int nextCheck;
    private double shortening;
    private double residual;
    private boolean converged;

    GradientSolver(
            Layout layout, State state, Options options, Tanks tanks, SimpleControls controls) {
        this.layout = layout;
        this.state = state;
        this.options = options;
        this.controls = controls;
        places = new LinkPlaces(layout, state);
        laws = new LinkLaws(layout, state, options);
        outlets = new Outlets(layout, state, options);
        valves = new HeldValves(layout, state, laws, places);
        checks = new StatusChecks(layout, state, tanks, valves);
        balance = new double[layout.nodeCount];
    }

    /** Newton steps the last solution took. */
    int iterations() {
        return iterations;
    }

    /** Sum of the last flow changes over the sum of flows. */
    double residual() {
        return residual;
    }

    /** Whether the last solution met the accuracy asked for, with all statuses settled. */
    boolean converged() {
        return converged;
    }

    /** Solves for the demands, source heads and statuses in the state. */
    void solve() {
        System.arraycopy(state.wanted, 0, state.delivered, 0, layout.junctionCount);
        int last = options.trials() + Math.max(0, options.extraTrials());
        nextCheck = options.checkFrequency();
        shortening = 1;
        iterations = 0;
        boolean goesOn = true;
        while (goesOn) {
            iterations++;
            findHeads();
            residual = moveFlows();
            goesOn = !settles(checkPressureValves()) && iterations < last;
        }
        outlets.total();
    }

    /** Pressure valves are looked at in every step; with damping only near the solution. */
    private boolean checkPressureValves() {
        if (options.dampLimit() <= 0) {
            return valves.checkPressureValves();
        }
        if (residual > options.dampLimit()) {
            return false;
        }
        shortening = DAMPED;
        return valves.checkPressureValves();
    }

    /** Looks at statuses when it is time; true if nothing is left to do. */
    private boolean settles(boolean valvesChanged) {
        converged = false;
        if (meetsAccuracy()) {
            converged = !changesAtSolution(valvesChanged);
            nextCheck = iterations + options.checkFrequency();
            return converged || iterations > options.trials();
        }
        if (iterations <= options.maxCheck() && iterations == nextCheck) {
            checks.apply();
            nextCheck += options.checkFrequency();
        }
        return false;
    }

    private boolean changesAtSolution(boolean valvesChanged) {
        if (iterations > options.trials()) {
            return valvesChanged;
        }
        boolean linksChanged = checks.apply();
        boolean switched = controls.applyPressureSwitches();
        return valvesChanged || linksChanged || switched;
    }

    private boolean meetsAccuracy() {
        return residual <= options.accuracy()
                && (options.flowChangeM3PerSecond() <= 0
                        || step.greatest() <= options.flowChangeM3PerSecond())
                && (options.headErrorMetres() <= 0
                        || greatestHeadError() <= options.headErrorMetres())
                && outlets.demandsAgree();
    }

    private void findHeads() {
        laws.apply();
        assemble();
        int stuck = places.equations.solve();
        while (stuck >= 0) {
            if (!valves.release(stuck)) {
                tieToGround(stuck);
                return;
            }
            assemble();
            stuck = places.equations.solve();
        }
        takeHeads();
    }

    private void assemble() {
        SparseCholesky equations = places.equations;
        equations.clear();
        Arrays.fill(balance, 0);
        places.addAll(layout.pipes, laws, balance);
        places.addAll(layout.pumps, laws, balance);
        places.addAll(layout.simpleValves, laws, balance);
        valves.assembleIdle(balance);
        outlets.assemble(equations, places.place, balance);
        for (int i = 0; i < layout.junctionCount; i++) {
            equations.rhs[places.place[i]] += balance[i];
        }
        valves.assembleAtWork(balance);
        places.addSources(laws);
    }

    /**
     * Junctions without any path to a source hang by a thread as thin as a shut link, so that the
     * others are solved; {@link CutOffNodes} names them.
     */
    private void tieToGround(int first) {
        int stuck = first;
        boolean[] tied = new boolean[layout.junctionCount];
        while (stuck >= 0 && !tied[stuck]) {
            tied[stuck] = true;
            assemble();
            for (int i = 0; i < layout.junctionCount; i++) {
                if (tied[i]) {
                    tie(i);
                }
            }
            stuck = places.equations.solve();
        }
        takeHeads();
    }

    private void tie(int junction) {
        double thread = 1 / Tolerances.SHUT_GRADIENT;
        places.equations.diagonal[places.place[junction]] += thread;
        places.equations.rhs[places.place[junction]] += thread * layout.elevation[junction];
    }

    private void takeHeads() {
        for (int i = 0; i < layout.junctionCount; i++) {
            state.head[i] = places.equations.rhs[places.place[i]];
        }
    }

    private double moveFlows() {
        step.clear();
        Arrays.fill(state.outflow, layout.junctionCount, layout.nodeCount, 0);
        for (int k = 0; k < layout.linkCount; k++) {
            int from = layout.from[k];
            int to = layout.to[k];
            double drop = state.head[from] - state.head[to];
            double change = shortening * (laws.correction[k] - laws.conductance[k] * drop);
            double q = state.flow[k];
            if (layout.pumpExponent[k] < 0 && change > q) {
                change = q / 2;
            }
            q -= change;
            state.flow[k] = q;
            step.add(q, change);
            if (state.status[k] > Status.CLOSED) {
                if (from >= layout.junctionCount) {
                    state.outflow[from] -= q;
                }
                if (to >= layout.junctionCount) {
                    state.outflow[to] += q;
                }
            }
        }
        outlets.move(shortening, step);
        return step.relative(options.accuracy());
    }

    private double greatestHeadError() {
        laws.apply();
        double greatest = 0;
        for (int k = 0; k < layout.linkCount; k++) {
            if (state.status[k] > Status.CLOSED && laws.conductance[k] > 0) {
                double drop = state.head[layout.from[k]] - state.head[layout.to[k]];
                double loss = laws.correction[k] / laws.conductance[k];
                greatest = Math.max(greatest, Math.abs(drop - loss));
            }
        }
        return greatest;
    }
}

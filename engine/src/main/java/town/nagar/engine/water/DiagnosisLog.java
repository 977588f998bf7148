package town.nagar.engine.water;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import town.nagar.engine.water.network.Network;

/** Remembers, through a run, what went wrong where and when it was worst. */
final class DiagnosisLog {
    /** Groups of cut-off nodes and unbalanced instants that are kept; a run may have many. */
    private static final int MOST_KEPT = 1000;

    private static final long NEVER = -1;

    private final Network network;
    private final Layout layout;
    private final State state;
    private final CutOffNodes cutOffNodes;
    private final double[] lowestPressure;
    private final long[] lowestAt;
    private final boolean[] drawnAtLowest;
    private final double[] worstAtLink;
    private final long[] worstAt;
    private final double[] speedAtWorst;
    private final long[] stuckAt;
    private final double[] stuckLift;
    private final List<Diagnosis> others = new ArrayList<>();
    private boolean firstLook = true;

    DiagnosisLog(Network network, Layout layout, State state) {
        this.network = network;
        this.layout = layout;
        this.state = state;
        cutOffNodes = new CutOffNodes(network, layout, state);
        lowestPressure = new double[layout.junctionCount];
        lowestAt = new long[layout.junctionCount];
        drawnAtLowest = new boolean[layout.junctionCount];
        worstAtLink = new double[layout.linkCount];
        worstAt = new long[layout.linkCount];
        speedAtWorst = new double[layout.linkCount];
        stuckAt = new long[layout.linkCount];
        stuckLift = new double[layout.linkCount];
        clear();
    }

    void clear() {
        Arrays.fill(lowestPressure, 0);
        Arrays.fill(worstAtLink, 0);
        Arrays.fill(stuckAt, NEVER);
        others.clear();
        cutOffNodes.clear();
        firstLook = true;
    }

    /** Takes note of a solution. */
    void look(long time, GradientSolver solver) {
        if (cutOffNodes.hasNews(firstLook)) {
            cutOffNodes.groups(time).forEach(this::keepCutOff);
        }
        firstLook = false;
        lookAtPressures(time);
        for (int k : layout.pumps) {
            lookAtPump(time, k);
        }
        for (int k : layout.heldValves) {
            lookAtValve(time, k);
        }
        if (!solver.converged()) {
            keep(new Diagnosis.Unbalanced(time, solver.iterations(), solver.residual()));
        }
    }

    private void keep(Diagnosis diagnosis) {
        if (others.size() < MOST_KEPT) {
            others.add(diagnosis);
        }
    }

    /** The same nodes cut off by the same links are told once. */
    private void keepCutOff(Diagnosis.CutOff found) {
        boolean known =
                others.stream()
                        .anyMatch(d ->
                                d instanceof Diagnosis.CutOff before
                                        && before.nodes().equals(found.nodes())
                                        && before.closedLinks().equals(found.closedLinks()));
        if (!known) {
            keep(found);
        }
    }

    /** The pressure of a junction that is cut off means nothing. */
    private void lookAtPressures(long time) {
        for (int i = 0; i < layout.junctionCount; i++) {
            double pressure = state.head[i] - layout.elevation[i];
            if (pressure < lowestPressure[i] && cutOffNodes.isReached(i)) {
                lowestPressure[i] = pressure;
                drawnAtLowest[i] = state.wanted[i] > 0;
                lowestAt[i] = time;
            }
        }
    }

    private void lookAtPump(long time, int k) {
        if (state.status[k] == Status.CANNOT_LIFT && stuckAt[k] == NEVER) {
            stuckAt[k] = time;
            stuckLift[k] = state.head[layout.to[k]] - state.head[layout.from[k]];
        }
        double limit = layout.greatestFlow[k] * state.setting[k];
        if (!state.isShut(k) && state.flow[k] > limit && state.flow[k] > worstAtLink[k]) {
            worstAtLink[k] = state.flow[k];
            speedAtWorst[k] = state.setting[k];
            worstAt[k] = time;
        }
    }

    private void lookAtValve(long time, int k) {
        if (!Double.isNaN(state.setting[k]) && !holds(k) && stuckAt[k] == NEVER) {
            stuckAt[k] = time;
        }
    }

    private boolean holds(int k) {
        int status = state.status[k];
        if (status == Status.CANNOT_REACH_FLOW || status == Status.CANNOT_HOLD_PRESSURE) {
            return false;
        }
        int held = layout.kind[k] == Layout.PRV ? layout.to[k] : layout.from[k];
        double shortBy = layout.elevation[held] + state.setting[k] - state.head[held];
        boolean idle = status == Status.OPEN || status == Status.CLOSED;
        return layout.kind[k] == Layout.FCV || !idle || shortBy <= Tolerances.HEAD;
    }

    /** All that was noted, worst cases of each part. */
    List<Diagnosis> diagnoses() {
        List<Diagnosis> all = new ArrayList<>(others);
        for (int i = 0; i < layout.junctionCount; i++) {
            if (lowestPressure[i] < 0) {
                String id = network.nodes().get(i).id();
                boolean drawn = state.wanted[i] > 0;
                all.add(new Diagnosis.NegativePressure(lowestAt[i], id, lowestPressure[i], drawn));
            }
        }
        for (int k : layout.pumps) {
            addPump(k, all);
        }
        for (int k : layout.heldValves) {
            if (stuckAt[k] != NEVER) {
                String id = network.links().get(k).id();
                all.add(new Diagnosis.ValveCannotHold(stuckAt[k], id, reason(k)));
            }
        }
        return all;
    }

    private void addPump(int k, List<Diagnosis> all) {
        String id = network.links().get(k).id();
        if (worstAtLink[k] > 0) {
            double limit = layout.greatestFlow[k] * speedAtWorst[k];
            all.add(new Diagnosis.PumpBeyondCurve(worstAt[k], id, worstAtLink[k], limit));
        }
        if (stuckAt[k] != NEVER) {
            all.add(new Diagnosis.PumpCannotLift(stuckAt[k], id, stuckLift[k]));
        }
    }

    private String reason(int k) {
        return switch (layout.kind[k]) {
            case Layout.FCV -> "less flows than its setting would let pass";
            case Layout.PRV -> "the pressure at its outlet stays below its setting";
            default -> "the pressure at its inlet stays below its setting";
        };
    }
}

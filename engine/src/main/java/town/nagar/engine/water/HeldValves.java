package town.nagar.engine.water;

/** Valves that hold a pressure (PRV, PSV) or a flow (FCV): their equations and what they do. */
final class HeldValves {
    private final Layout layout;
    private final State state;
    private final LinkLaws laws;
    private final LinkPlaces places;

    HeldValves(Layout layout, State state, LinkLaws laws, LinkPlaces places) {
        this.layout = layout;
        this.state = state;
        this.laws = laws;
        this.places = places;
    }

    private boolean isAtWork(int k) {
        return state.status[k] == Status.ACTIVE && !Double.isNaN(state.setting[k]);
    }

    /** Adds valves that hold nothing at the moment: they are open or shut. */
    void assembleIdle(double[] balance) {
        for (int k : layout.heldValves) {
            if (!isAtWork(k)) {
                laws.openValve(k, layout.minorLoss[k]);
                places.add(k, laws.conductance[k], laws.correction[k], balance);
            }
        }
    }

    /** Adds valves at work; the balance of the nodes must be complete but for them. */
    void assembleAtWork(double[] balance) {
        for (int k : layout.heldValves) {
            if (isAtWork(k)) {
                switch (layout.kind[k]) {
                    case Layout.FCV -> holdFlow(k, balance);
                    case Layout.PRV -> holdOutlet(k, balance);
                    default -> holdInlet(k, balance);
                }
            }
        }
    }

    /** The valve is a demand at one end and a supply at the other. */
    private void holdFlow(int k, double[] balance) {
        double held = state.setting[k];
        int from = layout.from[k];
        int to = layout.to[k];
        balance[from] -= held;
        balance[to] += held;
        laws.conductance[k] = 1 / Tolerances.SHUT_GRADIENT;
        laws.correction[k] = state.flow[k] - held;
        places.addConductance(k, laws.conductance[k]);
        places.addInflow(from, -held);
        places.addInflow(to, held);
    }

    private double heldHead(int k, int node) {
        return layout.elevation[node] + state.setting[k];
    }

    /** The head behind the valve is forced; its flow is what is missing there. */
    private void holdOutlet(int k, double[] balance) {
        int to = layout.to[k];
        laws.conductance[k] = 0;
        laws.correction[k] = state.flow[k] + balance[to];
        places.force(to, heldHead(k, to));
        if (balance[to] < 0) {
            places.addInflow(layout.from[k], balance[to]);
        }
    }

    /** The head before the valve is forced; its flow is what is left over there. */
    private void holdInlet(int k, double[] balance) {
        int from = layout.from[k];
        laws.conductance[k] = 0;
        laws.correction[k] = state.flow[k] - balance[from];
        places.force(from, heldHead(k, from));
        if (balance[from] > 0) {
            places.addInflow(layout.to[k], balance[from]);
        }
    }

    /** Looks whether pressure valves must do something else; true if one must. */
    boolean checkPressureValves() {
        boolean changed = false;
        for (int k : layout.heldValves) {
            if (layout.kind[k] != Layout.FCV && !Double.isNaN(state.setting[k])) {
                int before = state.status[k];
                state.status[k] =
                        layout.kind[k] == Layout.PRV ? reducerStatus(k) : sustainerStatus(k);
                changed |= before != state.status[k];
            }
        }
        return changed;
    }

    private double openLoss(int k) {
        return layout.minorLoss[k] * state.flow[k] * state.flow[k];
    }

    private boolean flowsBack(int k) {
        return state.flow[k] < -Tolerances.FLOW;
    }

    private int reducerStatus(int k) {
        double before = state.head[layout.from[k]];
        double behind = state.head[layout.to[k]];
        double held = heldHead(k, layout.to[k]);
        double near = Tolerances.HEAD;
        return switch (state.status[k]) {
            case Status.ACTIVE -> {
                if (flowsBack(k)) {
                    yield Status.CLOSED;
                }
                yield before - openLoss(k) < held - near ? Status.OPEN : Status.ACTIVE;
            }
            case Status.OPEN -> {
                if (flowsBack(k)) {
                    yield Status.CLOSED;
                }
                yield behind >= held + near ? Status.ACTIVE : Status.OPEN;
            }
            case Status.CLOSED -> {
                if (before >= held + near && behind < held - near) {
                    yield Status.ACTIVE;
                }
                yield before < held - near && before > behind + near ? Status.OPEN : Status.CLOSED;
            }
            default -> flowsBack(k) ? Status.CLOSED : state.status[k];
        };
    }

    private int sustainerStatus(int k) {
        double before = state.head[layout.from[k]];
        double behind = state.head[layout.to[k]];
        double held = heldHead(k, layout.from[k]);
        double near = Tolerances.HEAD;
        return switch (state.status[k]) {
            case Status.ACTIVE -> {
                if (flowsBack(k)) {
                    yield Status.CLOSED;
                }
                yield behind + openLoss(k) > held + near ? Status.OPEN : Status.ACTIVE;
            }
            case Status.OPEN -> {
                if (flowsBack(k)) {
                    yield Status.CLOSED;
                }
                yield before < held - near ? Status.ACTIVE : Status.OPEN;
            }
            case Status.CLOSED -> {
                if (behind > held + near && before > behind + near) {
                    yield Status.OPEN;
                }
                yield before >= held + near && before > behind + near
                        ? Status.ACTIVE
                        : Status.CLOSED;
            }
            default -> flowsBack(k) ? Status.CLOSED : state.status[k];
        };
    }

    /** A flow valve is open while less flows than it would let pass, or open it loses more. */
    int flowValveStatus(int k) {
        double drop = state.head[layout.from[k]] - state.head[layout.to[k]];
        if (drop < -Tolerances.HEAD || flowsBack(k)) {
            return Status.CANNOT_REACH_FLOW;
        }
        if (state.status[k] == Status.CANNOT_REACH_FLOW && state.flow[k] >= state.setting[k]) {
            return Status.ACTIVE;
        }
        boolean losesTooLittle = state.status[k] == Status.ACTIVE && drop < openLoss(k);
        return losesTooLittle ? Status.CANNOT_REACH_FLOW : state.status[k];
    }

    /**
     * Frees a valve at work at a junction whose equation cannot be solved; true if there is one.
     */
    boolean release(int junction) {
        for (int k : layout.heldValves) {
            boolean touches = layout.from[k] == junction || layout.to[k] == junction;
            if (touches && state.status[k] == Status.ACTIVE) {
                state.status[k] =
                        layout.kind[k] == Layout.FCV
                                ? Status.CANNOT_REACH_FLOW
                                : Status.CANNOT_HOLD_PRESSURE;
                return true;
            }
        }
        return false;
    }
}

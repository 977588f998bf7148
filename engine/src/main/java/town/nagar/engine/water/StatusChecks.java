package town.nagar.engine.water;

import java.util.stream.IntStream;

/** Looks whether pumps, check valves, flow valves and the links of tanks do what heads ask for. */
final class StatusChecks {
    private final Layout layout;
    private final State state;
    private final Tanks tanks;
    private final HeldValves valves;
    private final int[] looked;

    StatusChecks(Layout layout, State state, Tanks tanks, HeldValves valves) {
        this.layout = layout;
        this.state = state;
        this.tanks = tanks;
        this.valves = valves;
        looked = IntStream.range(0, layout.linkCount).filter(this::canChange).toArray();
    }

    private boolean canChange(int k) {
        int kind = layout.kind[k];
        return kind == Layout.CHECK_VALVE
                || kind == Layout.PUMP
                || kind == Layout.FCV
                || tanks.isTank(layout.from[k])
                || tanks.isTank(layout.to[k]);
    }

    /** Brings the statuses up to date; true if one has changed. */
    boolean apply() {
        boolean changed = false;
        for (int k : looked) {
            int before = state.status[k];
            state.status[k] = next(k, before);
            changed |= state.status[k] != before;
        }
        return changed;
    }

    private int next(int k, int before) {
        int status =
                before == Status.CANNOT_LIFT || before == Status.SHUT_FOR_NOW
                        ? Status.OPEN
                        : before;
        state.status[k] = status;
        double drop = state.head[layout.from[k]] - state.head[layout.to[k]];
        switch (layout.kind[k]) {
            case Layout.CHECK_VALVE -> status = checkValve(status, drop, state.flow[k]);
            case Layout.PUMP -> status = pump(k, status, -drop);
            case Layout.FCV -> status = flowValve(k, status);
            default -> {} // other links are shut by tanks alone
        }
        return status > Status.CLOSED ? atTanks(k, status) : status;
    }

    private static int checkValve(int status, double drop, double flow) {
        boolean back = flow < -Tolerances.FLOW;
        if (Math.abs(drop) > Tolerances.HEAD) {
            return drop < 0 || back ? Status.CLOSED : Status.OPEN;
        }
        return back ? Status.CLOSED : status;
    }

    private int pump(int k, int status, double lift) {
        double speed = state.setting[k];
        if (status < Status.OPEN || !(speed > 0)) {
            return status;
        }
        if (layout.pumpExponent[k] < 0 && state.flow[k] < Tolerances.REST) {
            return Status.SHUT_FOR_NOW; // its head would be without bounds
        }
        boolean tooHigh = lift > speed * speed * layout.greatestHead[k] + Tolerances.HEAD;
        return tooHigh ? Status.CANNOT_LIFT : Status.OPEN;
    }

    private int flowValve(int k, int status) {
        return Double.isNaN(state.setting[k]) || status == Status.CLOSED
                ? status
                : valves.flowValveStatus(k);
    }

    private int atTanks(int k, int status) {
        boolean shut =
                shutBy(layout.from[k], state.flow[k]) || shutBy(layout.to[k], -state.flow[k]);
        return shut ? Status.SHUT_FOR_NOW : status;
    }

    /** Whether a full tank would be filled, or an empty one drawn from. */
    private boolean shutBy(int node, double outflow) {
        return tanks.isTank(node)
                && ((tanks.isFull(node) && outflow < 0) || (tanks.isEmpty(node) && outflow > 0));
    }
}

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
            int after = next(k, before);
            state.status[k] = before;
            state.turn(k, after);
            changed |= after != before;
        }
        return changed;
    }

    private int next(int k, int before) {
        int status =
                before == Status.CANNOT_LIFT || before == Status.TANK_SHUT ? Status.OPEN : before;
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
        boolean tooHigh = lift > speed * speed * layout.greatestHead[k] + Tolerances.HEAD;
        return tooHigh ? Status.CANNOT_LIFT : Status.OPEN;
    }

    private int flowValve(int k, int status) {
        return Double.isNaN(state.setting[k]) || status == Status.CLOSED
                ? status
                : valves.flowValveStatus(k);
    }

    private int atTanks(int k, int status) {
        int from = layout.from[k];
        int to = layout.to[k];
        boolean shut =
                (tanks.isTank(from) && shutBy(k, from, to, state.flow[k]))
                        || (tanks.isTank(to) && shutBy(k, to, from, -state.flow[k]));
        return shut ? Status.TANK_SHUT : status;
    }

    /** Whether a full tank would be filled, or an empty one drawn from. */
    private boolean shutBy(int k, int tank, int other, double outflow) {
        boolean pump = layout.kind[k] == Layout.PUMP;
        double drop = state.head[tank] - state.head[other];
        if (tanks.isFull(tank)
                && (pump
                        ? layout.to[k] == tank
                        : checkValve(Status.OPEN, drop, outflow) == Status.CLOSED)) {
            return true;
        }
        return tanks.isEmpty(tank)
                && (pump
                        ? layout.from[k] == tank
                        : checkValve(Status.CLOSED, drop, outflow) == Status.OPEN);
    }
}

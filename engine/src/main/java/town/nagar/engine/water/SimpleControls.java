package town.nagar.engine.water;

import java.util.List;
import town.nagar.engine.water.network.Control;
import town.nagar.engine.water.network.LinkAction;
import town.nagar.engine.water.network.Network;

/** Controls of one condition and one action: by tank level, by time, by pressure at a junction. */
final class SimpleControls {
    private static final long DAY = 86_400;

    private final Layout layout;
    private final State state;
    private final Tanks tanks;
    private final long startClock;
    private final int[] link;
    private final int[] status;
    private final double[] setting;
    private final Control.Condition[] condition;

    SimpleControls(Network network, Layout layout, State state, Tanks tanks) {
        this.layout = layout;
        this.state = state;
        this.tanks = tanks;
        startClock = network.times().startClockSeconds();
        List<Control> controls = network.controls();
        link = controls.stream().mapToInt(Control::link).toArray();
        condition = controls.stream().map(Control::condition).toArray(Control.Condition[]::new);
        status = new int[link.length];
        setting = new double[link.length];
        for (int i = 0; i < link.length; i++) {
            take(i, controls.get(i).action());
        }
    }

    private void take(int i, LinkAction action) {
        boolean pump = layout.kind[link[i]] == Layout.PUMP;
        switch (action) {
            case LinkAction.Open _ -> put(i, Status.OPEN, pump ? 1 : Double.NaN);
            case LinkAction.Close _ -> put(i, Status.CLOSED, pump ? 0 : Double.NaN);
            case LinkAction.Set(double value) ->
                    put(i, pump ? pumpStatus(value) : Status.ACTIVE, value);
        }
    }

    private static int pumpStatus(double speed) {
        return speed > 0 ? Status.OPEN : Status.CLOSED;
    }

    private void put(int i, int newStatus, double newSetting) {
        status[i] = newStatus;
        setting[i] = newSetting;
    }

    /** Acts on what the clock and the levels of tanks ask for at an instant. */
    void apply(long time) {
        for (int i = 0; i < link.length; i++) {
            if (isMet(condition[i], time) && differs(i)) {
                act(i);
            }
        }
    }

    private boolean isMet(Control.Condition of, long time) {
        return switch (of) {
            case Control.HeadBelow(int node, double head) ->
                    isSource(node) && content(node) <= contentAt(node, head) + oneSecond(node);
            case Control.HeadAbove(int node, double head) ->
                    isSource(node) && content(node) >= contentAt(node, head) - oneSecond(node);
            case Control.AtTime(long seconds) -> seconds == time;
            case Control.AtClockTime(long seconds) -> seconds == (time + startClock) % DAY;
        };
    }

    private boolean isSource(int node) {
        return node >= layout.junctionCount;
    }

    /** Volume of a tank; the head where there is no volume. */
    private double content(int node) {
        return contentAt(node, state.head[node]);
    }

    private double contentAt(int node, double head) {
        return tanks.isTank(node) ? tanks.volumeAtHead(node, head) : head;
    }

    private double oneSecond(int node) {
        return tanks.isTank(node) ? Math.abs(state.outflow[node]) : 0;
    }

    private boolean differs(int i) {
        int k = link[i];
        int standing = state.isShut(k) ? Status.CLOSED : Status.OPEN;
        return standing != status[i] || differsInSetting(i);
    }

    private boolean differsInSetting(int i) {
        return Double.compare(state.setting[link[i]], setting[i]) != 0;
    }

    private void act(int i) {
        int k = link[i];
        state.turn(k, status[i]);
        if (hasSetting(k)) {
            state.setting[k] = setting[i];
        }
    }

    /** Acts on what the pressures of junctions ask for; true if that changed a link. */
    boolean applyPressureSwitches() {
        boolean changed = false;
        for (int i = 0; i < link.length; i++) {
            if (isSwitched(condition[i]) && switches(i)) {
                act(i);
                changed = true;
            }
        }
        return changed;
    }

    private boolean isSwitched(Control.Condition of) {
        return switch (of) {
            case Control.HeadBelow(int node, double head) ->
                    !isSource(node) && state.head[node] <= head + Tolerances.HEAD;
            case Control.HeadAbove(int node, double head) ->
                    !isSource(node) && state.head[node] >= head - Tolerances.HEAD;
            case Control.AtTime _, Control.AtClockTime _ -> false;
        };
    }

    /** A working valve changes its status as it likes: then the setting alone tells. */
    private boolean switches(int i) {
        int k = link[i];
        boolean otherSetting = hasSetting(k) && differsInSetting(i);
        boolean working = layout.kind[k] > Layout.PUMP && status[i] == Status.ACTIVE;
        return otherSetting || (!working && state.isShut(k) != (status[i] <= Status.CLOSED));
    }

    private boolean hasSetting(int k) {
        return layout.kind[k] > Layout.CHECK_VALVE && layout.kind[k] != Layout.GPV;
    }

    /** Seconds until a control acts that changes something, at most those given. */
    long untilNext(long time, long atMost) {
        long step = atMost;
        for (int i = 0; i < link.length; i++) {
            long seconds = secondsUntil(condition[i], time);
            if (seconds > 0 && seconds < step && changes(i)) {
                step = seconds;
            }
        }
        return step;
    }

    private boolean changes(int i) {
        int k = link[i];
        return (layout.kind[k] > Layout.CHECK_VALVE && differsInSetting(i))
                || state.status[k] != status[i];
    }

    /** 0 if it does not act in sight. */
    private long secondsUntil(Control.Condition of, long time) {
        return switch (of) {
            case Control.HeadBelow(int node, double head) ->
                    state.head[node] > head ? secondsToReach(node, head, -1) : 0;
            case Control.HeadAbove(int node, double head) ->
                    state.head[node] < head ? secondsToReach(node, head, 1) : 0;
            case Control.AtTime(long seconds) -> seconds - time;
            case Control.AtClockTime(long seconds) ->
                    Math.floorMod(seconds - (time + startClock), DAY);
        };
    }

    private long secondsToReach(int node, double head, int direction) {
        double inflow = state.outflow[node];
        if (!tanks.isTank(node) || inflow * direction <= Tolerances.REST) {
            return 0;
        }
        return Math.round((tanks.volumeAtHead(node, head) - tanks.volume(node)) / inflow);
    }
}

package town.nagar.engine.water;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import town.nagar.engine.water.network.Emitter;
import town.nagar.engine.water.network.FileUnits;
import town.nagar.engine.water.network.Junction;
import town.nagar.engine.water.network.Link;
import town.nagar.engine.water.network.LinkAction;
import town.nagar.engine.water.network.Network;
import town.nagar.engine.water.network.Pipe;
import town.nagar.engine.water.network.Pump;
import town.nagar.engine.water.network.Valve;

/** What changes as water moves, one slot a node or link; metres and m3/s. */
final class State {
    private final Layout layout;
    private final double[] firstSetting;
    private final int[] firstStatus;

    final double[] head;

    /** What is wanted at junctions, without leaks; negative where water is fed in. */
    final double[] wanted;

    /** What users get of it; differs where demand follows pressure. */
    final double[] delivered;

    /** What leaves at junctions, leaks included; what flows into reservoirs and tanks. */
    final double[] outflow;

    final double[] flow;

    /** A {@link Status} a link. */
    final int[] status;

    /** Pump speed or what a valve holds; NaN for a valve that is fixed open or closed. */
    final double[] setting;

    /** Openings to the air: emitters first, then leaks. */
    final int[] outletNode;

    final double[] outletCoefficient;
    final double[] outletExponent;
    final double[] outletFlow;
    private final double[] firstCoefficient;

    State(Network network, Layout layout, List<Leak> leaks) {
        this.layout = layout;
        head = new double[layout.nodeCount];
        wanted = new double[layout.junctionCount];
        delivered = new double[layout.junctionCount];
        outflow = new double[layout.nodeCount];
        flow = new double[layout.linkCount];
        status = new int[layout.linkCount];
        setting = new double[layout.linkCount];
        firstSetting = network.links().stream().mapToDouble(State::firstSetting).toArray();
        firstStatus = network.links().stream().mapToInt(State::firstStatus).toArray();
        int[] emitting =
                IntStream.range(0, layout.junctionCount)
                        .filter(i -> !emitter(network, i).isNone())
                        .toArray();
        int outlets = emitting.length + leaks.size();
        outletNode = Arrays.copyOf(emitting, outlets);
        firstCoefficient = new double[outlets];
        outletExponent = new double[outlets];
        for (int i = 0; i < emitting.length; i++) {
            firstCoefficient[i] = emitter(network, emitting[i]).coefficient();
            outletExponent[i] = emitter(network, emitting[i]).exponent();
        }
        for (int i = 0; i < leaks.size(); i++) {
            outletNode[emitting.length + i] = network.nodeIndex(leaks.get(i).junction());
            outletExponent[emitting.length + i] = leaks.get(i).opening().exponent();
        }
        outletCoefficient = new double[outlets];
        outletFlow = new double[outlets];
        reset();
    }

    private static Emitter emitter(Network network, int junction) {
        return network.nodes().get(junction) instanceof Junction j ? j.emitter() : Emitter.NONE;
    }

    private static double firstSetting(Link link) {
        return switch (link) {
            case Pipe _ -> Double.NaN;
            case Pump pump -> pump.speed();
            case Valve valve ->
                    valve.position() == Valve.Position.WORKING ? valve.setting() : Double.NaN;
        };
    }

    private static int firstStatus(Link link) {
        return switch (link) {
            case Pipe pipe -> pipe.position() == Pipe.Position.CLOSED ? Status.CLOSED : Status.OPEN;
            case Pump pump -> pump.speed() > 0 ? Status.OPEN : Status.CLOSED;
            case Valve valve ->
                    switch (valve.position()) {
                        case WORKING ->
                                valve.type() == Valve.Type.GPV ? Status.OPEN : Status.ACTIVE;
                        case FIXED_OPEN -> Status.OPEN;
                        case FIXED_CLOSED -> Status.CLOSED;
                    };
        };
    }

    /** Back to how everything stands when a run begins. */
    void reset() {
        System.arraycopy(firstSetting, 0, setting, 0, setting.length);
        System.arraycopy(firstStatus, 0, status, 0, status.length);
        System.arraycopy(firstCoefficient, 0, outletCoefficient, 0, outletCoefficient.length);
        Arrays.fill(outletFlow, FileUnits.CUBIC_FOOT);
        Arrays.fill(wanted, 0);
        Arrays.fill(delivered, 0);
        Arrays.fill(outflow, 0);
        for (int k = 0; k < flow.length; k++) {
            flow[k] = firstFlow(k);
        }
    }

    /** One foot a second in pipes, the design flow in pumps. */
    private double firstFlow(int k) {
        if (status[k] <= Status.CLOSED) {
            return Tolerances.REST;
        }
        return layout.kind[k] == Layout.PUMP
                ? setting[k] * layout.designFlow[k]
                : layout.area[k] * FileUnits.FOOT;
    }

    boolean isShut(int k) {
        return status[k] <= Status.CLOSED;
    }

    /** Does what a rule or an operator asks of a link. */
    void act(int k, LinkAction action) {
        switch (action) {
            case LinkAction.Open _ -> open(k);
            case LinkAction.Close _ -> close(k);
            case LinkAction.Set(double value) -> set(k, value);
        }
    }

    private void open(int k) {
        fix(k, 1);
        turn(k, Status.OPEN);
    }

    /**
     * Does what a control, rule or pattern asks of a status. A pump of constant power starts from
     * its design flow: at rest its head would be without bounds.
     */
    void turn(int k, int newStatus) {
        if (isShut(k) && newStatus > Status.CLOSED && layout.pumpExponent[k] < 0) {
            flow[k] = layout.designFlow[k];
        }
        status[k] = newStatus;
    }

    private void close(int k) {
        fix(k, 0);
        status[k] = Status.CLOSED;
    }

    private void fix(int k, double pumpSpeed) {
        if (layout.kind[k] == Layout.PUMP) {
            setting[k] = pumpSpeed;
        } else if (layout.kind[k] != Layout.GPV) {
            setting[k] = Double.NaN;
        }
    }

    private void set(int k, double value) {
        if (layout.kind[k] == Layout.PUMP) {
            setSpeed(k, value);
        } else if (layout.kind[k] == Layout.FCV) {
            setting[k] = value;
            status[k] = Status.ACTIVE;
        } else {
            if (Double.isNaN(setting[k]) && isShut(k)) {
                status[k] = Status.OPEN;
            }
            setting[k] = value;
        }
    }

    void setSpeed(int k, double speed) {
        setting[k] = speed;
        if (speed > 0 && isShut(k)) {
            turn(k, Status.OPEN);
        }
        if (speed == 0 && !isShut(k)) {
            status[k] = Status.CLOSED;
        }
    }
}

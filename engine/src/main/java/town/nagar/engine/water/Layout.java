package town.nagar.engine.water;

import static town.nagar.engine.water.network.FileUnits.CUBIC_FOOT;
import static town.nagar.engine.water.network.FileUnits.FOOT;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import town.nagar.engine.water.network.Junction;
import town.nagar.engine.water.network.Link;
import town.nagar.engine.water.network.Network;
import town.nagar.engine.water.network.Node;
import town.nagar.engine.water.network.Options.HeadLossFormula;
import town.nagar.engine.water.network.Pipe;
import town.nagar.engine.water.network.Pump;
import town.nagar.engine.water.network.PumpHead;
import town.nagar.engine.water.network.Reservoir;
import town.nagar.engine.water.network.Tank;
import town.nagar.engine.water.network.Valve;

/** What does not change about a network, one slot a node or link; metres and seconds. */
final class Layout {
    static final int PIPE = 0;
    static final int CHECK_VALVE = 1;
    static final int PUMP = 2;
    static final int PRV = 3;
    static final int PSV = 4;
    static final int PBV = 5;
    static final int FCV = 6;
    static final int TCV = 7;
    static final int GPV = 8;

    /** Loss of K v^2/2g as K times this over d^4, times q^2; EPANET's factor, from feet. */
    static final double MINOR_LOSS = 0.02517 / FOOT;

    /** Gravity as EPANET takes it, m/s2. */
    private static final double GRAVITY = 32.2 * FOOT;

    /** Hazen-Williams exponents of flow and diameter. */
    private static final double HW_DIAMETER = 4.871;

    private static final double HW_FLOW = 1.852;

    /** Hazen-Williams: 4.727 L q^1.852 / (C^1.852 d^4.871) in feet and cubic feet a second. */
    private static final double HW_FACTOR =
            4.727 * StrictMath.pow(FOOT, HW_DIAMETER) / StrictMath.pow(CUBIC_FOOT, HW_FLOW);

    /** Head x flow of one watt: EPANET's 8.814 ft x ft3/s for a horsepower. */
    private static final double LIFT_PER_WATT = 8.814 * FOOT * CUBIC_FOOT / 745.7;

    /** First guess of the flow of a pump of constant power, m3/s. */
    private static final double CONSTANT_POWER_FLOW = CUBIC_FOOT;

    final int nodeCount;
    final int junctionCount;
    final int linkCount;

    /** Of the ground for junctions, the bottom for tanks, the usual head for reservoirs. */
    final double[] elevation;

    final int[] from;
    final int[] to;
    final int[] kind;

    /** Head loss r q^n of pipes; for Darcy-Weisbach without the friction factor. */
    final double[] resistance;

    /** Head loss m q^2 of bends, or of an open valve. */
    final double[] minorLoss;

    final double[] diameter;
    final double[] roughness;

    /** Cross-section; 0 for pumps. */
    final double[] area;

    /** Pumps: head gained is shutoff - coefficient q^exponent, or by a line. */
    final double[] shutoffHead;

    final double[] pumpCoefficient;
    final double[] pumpExponent;
    final double[] greatestHead;
    final double[] greatestFlow;
    final double[] designFlow;

    /** Of pumps by points and of GPVs. */
    final PiecewiseLine[] line;

    /** Links of one kind or more, in the order of the network. */
    final int[] pipes;

    final int[] pumps;
    final int[] simpleValves;
    final int[] heldValves;

    Layout(Network network) {
        List<Node> nodes = network.nodes();
        List<Link> links = network.links();
        nodeCount = nodes.size();
        junctionCount = network.junctionCount();
        linkCount = links.size();
        elevation = nodes.stream().mapToDouble(Layout::elevation).toArray();
        from = links.stream().mapToInt(Link::from).toArray();
        to = links.stream().mapToInt(Link::to).toArray();
        kind = links.stream().mapToInt(Layout::kind).toArray();
        resistance = new double[linkCount];
        minorLoss = new double[linkCount];
        diameter = new double[linkCount];
        roughness = new double[linkCount];
        area = new double[linkCount];
        shutoffHead = new double[linkCount];
        pumpCoefficient = new double[linkCount];
        pumpExponent = new double[linkCount];
        greatestHead = new double[linkCount];
        greatestFlow = new double[linkCount];
        designFlow = new double[linkCount];
        line = new PiecewiseLine[linkCount];
        Arrays.fill(line, PiecewiseLine.NONE);
        for (int k = 0; k < linkCount; k++) {
            take(k, links.get(k), network.options().formula());
        }
        pipes = ofKind(PIPE, CHECK_VALVE);
        pumps = ofKind(PUMP, PUMP);
        simpleValves =
                IntStream.of(PBV, TCV, GPV).flatMap(t -> IntStream.of(ofKind(t, t))).toArray();
        heldValves = IntStream.of(FCV, PRV, PSV).flatMap(t -> IntStream.of(ofKind(t, t))).toArray();
    }

    private static double elevation(Node node) {
        return switch (node) {
            case Junction junction -> junction.elevationMetres();
            case Tank tank -> tank.elevationMetres();
            case Reservoir reservoir -> reservoir.headMetres();
        };
    }

    private static int kind(Link link) {
        return switch (link) {
            case Pipe pipe -> pipe.position() == Pipe.Position.CHECK_VALVE ? CHECK_VALVE : PIPE;
            case Pump _ -> PUMP;
            case Valve valve ->
                    switch (valve.type()) {
                        case PRV -> PRV;
                        case PSV -> PSV;
                        case PBV -> PBV;
                        case FCV -> FCV;
                        case TCV -> TCV;
                        case GPV -> GPV;
                    };
        };
    }

    private int[] ofKind(int one, int other) {
        return IntStream.range(0, linkCount)
                .filter(k -> kind[k] == one || kind[k] == other)
                .toArray();
    }

    private void take(int k, Link link, HeadLossFormula formula) {
        switch (link) {
            case Pipe pipe -> {
                round(k, pipe.diameterMetres(), pipe.minorLoss());
                roughness[k] = pipe.roughness();
                resistance[k] = resistance(pipe, formula);
            }
            case Pump pump -> take(k, pump);
            case Valve valve -> {
                round(k, valve.diameterMetres(), valve.minorLoss());
                line[k] = new PiecewiseLine(valve.headLossCurve());
            }
        }
    }

    private void round(int k, double diameterMetres, double lossCoefficient) {
        diameter[k] = diameterMetres;
        area[k] = Math.PI * diameterMetres * diameterMetres / 4;
        minorLoss[k] = minorLoss(k, lossCoefficient);
    }

    /** m in head loss m q^2 of a loss coefficient at a link. */
    double minorLoss(int k, double lossCoefficient) {
        double square = diameter[k] * diameter[k];
        return MINOR_LOSS * lossCoefficient / (square * square);
    }

    private static double resistance(Pipe pipe, HeadLossFormula formula) {
        double length = pipe.lengthMetres();
        double d = pipe.diameterMetres();
        return switch (formula) {
            case HAZEN_WILLIAMS ->
                    HW_FACTOR
                            * length
                            / StrictMath.pow(pipe.roughness(), HW_FLOW)
                            / StrictMath.pow(d, HW_DIAMETER);
            case DARCY_WEISBACH -> {
                double section = Math.PI * d * d / 4;
                yield length / (2 * GRAVITY * d * section * section);
            }
            case CHEZY_MANNING -> manning(pipe);
        };
    }

    /** Manning in feet: h = L (n v / (1.49 R^(2/3)))^2 with R = d/4 and EPANET's 1.333 for 4/3. */
    private static double manning(Pipe pipe) {
        double feet = pipe.diameterMetres() / FOOT;
        double perFlow = 4 * pipe.roughness() / (1.49 * Math.PI * feet * feet);
        double perFoot = perFlow * perFlow * StrictMath.pow(feet / 4, -1.333);
        return perFoot * pipe.lengthMetres() / (CUBIC_FOOT * CUBIC_FOOT);
    }

    private void take(int k, Pump pump) {
        switch (pump.head()) {
            case PumpHead.ConstantPower(double watts) -> {
                pumpExponent[k] = -1;
                pumpCoefficient[k] = -LIFT_PER_WATT * watts;
                greatestHead[k] = Double.POSITIVE_INFINITY;
                greatestFlow[k] = Double.POSITIVE_INFINITY;
                designFlow[k] = CONSTANT_POWER_FLOW;
            }
            case PumpHead.PowerLaw law -> {
                shutoffHead[k] = law.shutoffHeadMetres();
                pumpExponent[k] = law.exponent();
                pumpCoefficient[k] = law.coefficient();
                greatestHead[k] = law.shutoffHeadMetres();
                greatestFlow[k] = law.greatestFlowM3PerSecond();
                designFlow[k] = law.designFlowM3PerSecond();
            }
            case PumpHead.Points(var curve) -> {
                line[k] = new PiecewiseLine(curve);
                greatestHead[k] = line[k].firstY();
                greatestFlow[k] = line[k].lastX();
                designFlow[k] = (line[k].firstX() + line[k].lastX()) / 2;
            }
        }
    }
}

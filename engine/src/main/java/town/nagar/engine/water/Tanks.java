package town.nagar.engine.water;

import java.util.List;
import town.nagar.engine.water.network.Curve;
import town.nagar.engine.water.network.Network;
import town.nagar.engine.water.network.Node;
import town.nagar.engine.water.network.Pattern;
import town.nagar.engine.water.network.Reservoir;
import town.nagar.engine.water.network.Tank;

/** Levels of tanks and heads of reservoirs over time; one slot a node past the junctions. */
final class Tanks {
    private static final int NO_STEP = Integer.MAX_VALUE;

    /** What working out a head from a volume may be off by. */
    private static final double ROUNDING_METRES = 1e-9;

    private final int first;
    private final State state;
    private final boolean[] isTank;
    private final boolean[] overflows;
    private final double[] bottom;
    private final double[] firstHead;
    private final double[] lowestHead;
    private final double[] highestHead;
    private final double[] area;
    private final double[] leastVolume;
    private final double[] greatestVolume;
    private final double[] volume;
    private final PiecewiseLine[] curve;
    private final Pattern[] headPattern;

    Tanks(Network network, Layout layout, State state) {
        this.state = state;
        first = layout.junctionCount;
        List<Node> sources = network.nodes().subList(first, layout.nodeCount);
        int count = sources.size();
        isTank = new boolean[count];
        overflows = new boolean[count];
        bottom = new double[count];
        firstHead = new double[count];
        lowestHead = new double[count];
        highestHead = new double[count];
        area = new double[count];
        leastVolume = new double[count];
        greatestVolume = new double[count];
        volume = new double[count];
        curve = new PiecewiseLine[count];
        headPattern = new Pattern[count];
        for (int i = 0; i < count; i++) {
            curve[i] = PiecewiseLine.NONE;
            headPattern[i] = Pattern.NONE;
            take(i, sources.get(i));
        }
        reset();
    }

    private void take(int i, Node source) {
        if (source instanceof Tank tank) {
            take(i, tank);
        } else if (source instanceof Reservoir reservoir) {
            firstHead[i] = reservoir.headMetres();
            headPattern[i] = reservoir.pattern();
        }
    }

    private void take(int i, Tank tank) {
        bottom[i] = tank.elevationMetres();
        firstHead[i] = bottom[i] + tank.initialLevelMetres();
        lowestHead[i] = bottom[i] + tank.minimumLevelMetres();
        highestHead[i] = bottom[i] + tank.maximumLevelMetres();
        overflows[i] = tank.overflows();
        area[i] = tank.areaM2();
        Curve levels = tank.volumeCurve();
        if (levels.isNone()) {
            leastVolume[i] =
                    tank.minimumVolumeM3() > 0
                            ? tank.minimumVolumeM3()
                            : area[i] * tank.minimumLevelMetres();
            greatestVolume[i] = leastVolume[i] + area[i] * (highestHead[i] - lowestHead[i]);
        } else {
            curve[i] = new PiecewiseLine(levels);
            leastVolume[i] = curve[i].yAt(tank.minimumLevelMetres());
            greatestVolume[i] = curve[i].yAt(tank.maximumLevelMetres());
        }
        isTank[i] = area[i] > 0 || !levels.isNone();
    }

    void reset() {
        for (int i = 0; i < isTank.length; i++) {
            state.head[first + i] = firstHead[i];
            volume[i] = isTank[i] ? volumeAt(i, firstHead[i]) : 0;
        }
    }

    /** Heads of reservoirs that follow a pattern. */
    void followPatterns(long period) {
        for (int i = 0; i < isTank.length; i++) {
            if (!headPattern[i].isNone()) {
                List<Double> multipliers = headPattern[i].multipliers();
                state.head[first + i] =
                        firstHead[i] * multipliers.get((int) (period % multipliers.size()));
            }
        }
    }

    boolean isTank(int node) {
        return node >= first && isTank[node - first];
    }

    boolean isFull(int node) {
        int i = node - first;
        return state.head[node] >= highestHead[i] - ROUNDING_METRES && !overflows[i];
    }

    boolean isEmpty(int node) {
        return state.head[node] <= lowestHead[node - first] + ROUNDING_METRES;
    }

    /** Cubic metres in a tank. */
    double volume(int node) {
        return volume[node - first];
    }

    /** Cubic metres a tank holds when its head is at a height. */
    double volumeAtHead(int node, double head) {
        return volumeAt(node - first, head);
    }

    /** Cubic metres between now and full. */
    double room(int node) {
        return greatestVolume[node - first] - volume[node - first];
    }

    /** Cubic metres between now and empty. */
    double stock(int node) {
        return volume[node - first] - leastVolume[node - first];
    }

    private double volumeAt(int i, double head) {
        return curve[i].isNone()
                ? leastVolume[i] + (head - lowestHead[i]) * area[i]
                : curve[i].yAt(head - bottom[i]);
    }

    private double headAt(int i) {
        return curve[i].isNone()
                ? lowestHead[i] + (volume[i] - leastVolume[i]) / area[i]
                : bottom[i] + curve[i].xAt(volume[i]);
    }

    /** Seconds until the first tank is full or empty, at most those given. */
    long untilFullOrEmpty(long atMost) {
        long step = atMost;
        for (int i = 0; i < isTank.length; i++) {
            long seconds = isTank[i] ? secondsToEnd(i) : NO_STEP;
            if (seconds > 0 && seconds < step) {
                step = seconds;
            }
        }
        return step;
    }

    private long secondsToEnd(int i) {
        double inflow = state.outflow[first + i];
        double head = state.head[first + i];
        if (inflow > Tolerances.REST && head < highestHead[i]) {
            return Math.round((greatestVolume[i] - volume[i]) / inflow);
        }
        if (inflow < -Tolerances.REST && head > lowestHead[i]) {
            return Math.round((leastVolume[i] - volume[i]) / inflow);
        }
        return NO_STEP;
    }

    /** Lets the flows of the last solution run for some seconds. */
    void fill(long seconds) {
        for (int i = 0; i < isTank.length; i++) {
            if (isTank[i]) {
                double inflow = state.outflow[first + i];
                volume[i] += inflow * seconds;
                stopAtEnds(i, inflow);
                state.head[first + i] = headAt(i);
            }
        }
    }

    /** A tank that would be full or empty a second later is so now. */
    private void stopAtEnds(int i, double inflow) {
        if (inflow > 0 && volume[i] + inflow >= greatestVolume[i]) {
            volume[i] = greatestVolume[i];
        } else if (inflow < 0 && volume[i] + inflow <= leastVolume[i]) {
            volume[i] = leastVolume[i];
        }
    }
}

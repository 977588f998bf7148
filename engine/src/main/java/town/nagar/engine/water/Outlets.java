package town.nagar.engine.water;

import town.nagar.engine.water.network.Options;
import town.nagar.engine.water.network.Options.DemandModel;

/**
 * What leaves at junctions as pressure allows: emitters, leaks and pressure-driven demands. Each is
 * a pipe to the air whose head loss is the inverse of its law.
 */
final class Outlets {
    private final Layout layout;
    private final State state;
    private final boolean backflow;
    private final boolean pressureDriven;
    private final double minimumPressure;
    private final double pressureSpan;
    private final double demandExponent;

    /** Loss and gradient of the outlet looked at last. */
    private double loss;

    private double gradient;

    Outlets(Layout layout, State state, Options options) {
        this.layout = layout;
        this.state = state;
        backflow = options.emitterBackflow();
        switch (options.demandModel()) {
            case DemandModel.DemandDriven() -> {
                pressureDriven = false;
                minimumPressure = 0;
                pressureSpan = 1;
                demandExponent = 1;
            }
            case DemandModel.PressureDriven(double least, double required, double exponent) -> {
                pressureDriven = true;
                minimumPressure = least;
                pressureSpan = required - least;
                demandExponent = exponent;
            }
        }
    }

    boolean pressureDriven() {
        return pressureDriven;
    }

    /** Whether what a junction gets follows from its pressure; not where water is fed in. */
    private boolean follows(int junction) {
        return pressureDriven && state.wanted[junction] > 0;
    }

    /** Adds the outlets to the equations, and what leaves to the balance of each node. */
    void assemble(SparseCholesky equations, int[] place, double[] balance) {
        for (int i = 0; i < state.outletNode.length; i++) {
            if (state.outletCoefficient[i] > 0) {
                int node = state.outletNode[i];
                emitter(i);
                balance[node] -= state.outletFlow[i];
                equations.diagonal[place[node]] += 1 / gradient;
                equations.rhs[place[node]] += (loss + layout.elevation[node]) / gradient;
            }
        }
        for (int node = 0; node < layout.junctionCount; node++) {
            balance[node] -= state.delivered[node];
            if (follows(node)) {
                demand(node);
                equations.diagonal[place[node]] += 1 / gradient;
                equations.rhs[place[node]] +=
                        (loss + layout.elevation[node] + minimumPressure) / gradient;
            }
        }
    }

    private void emitter(int i) {
        double q = state.outletFlow[i];
        double exponent = 1 / state.outletExponent[i];
        double resistance = 1 / FractionalPower.power(state.outletCoefficient[i], exponent);
        gradient = exponent * resistance * FractionalPower.power(Math.abs(q), exponent - 1);
        loss = gradient * q / exponent;
        if (gradient < Tolerances.GRADIENT) {
            gradient = Tolerances.GRADIENT;
            loss = gradient * q;
        }
        if (!backflow) {
            addFloor(q);
        }
    }

    private void demand(int node) {
        double q = state.delivered[node];
        double full = state.wanted[node];
        double share = Math.clamp(q / full, 0, 1);
        double exponent = 1 / demandExponent;
        gradient = exponent * pressureSpan * FractionalPower.power(share, exponent - 1) / full;
        loss = gradient * share * full / exponent;
        if (gradient < Tolerances.GRADIENT) {
            gradient = Tolerances.GRADIENT;
            loss = gradient * share * full;
        }
        addFloor(q);
        addCeiling(q - full);
    }

    /** A wall that lets no flow fall below 0. */
    private void addFloor(double q) {
        double a = Tolerances.WALL_GRADIENT * q;
        double b = Math.sqrt(a * a + Tolerances.WALL_ROUNDNESS);
        loss += (a - b) / 2;
        gradient += Tolerances.WALL_GRADIENT / 2 * (1 - a / b);
    }

    /** A wall that lets no flow rise above what is wanted. */
    private void addCeiling(double excess) {
        double a = Tolerances.WALL_GRADIENT * excess;
        double b = Math.sqrt(a * a + Tolerances.WALL_ROUNDNESS);
        loss += (a + b) / 2;
        gradient += Tolerances.WALL_GRADIENT / 2 * (1 + a / b);
    }

    /** Moves all outlets along a Newton step, shortened by a factor. */
    void move(double shortening, StepSize step) {
        for (int i = 0; i < state.outletNode.length; i++) {
            if (state.outletCoefficient[i] > 0) {
                int node = state.outletNode[i];
                emitter(i);
                double above = state.head[node] - layout.elevation[node];
                double change = shortening * (loss - above) / gradient;
                state.outletFlow[i] -= change;
                step.add(state.outletFlow[i], change);
            } else {
                state.outletFlow[i] = 0;
            }
        }
        if (pressureDriven) {
            moveDemands(shortening, step);
        }
    }

    private void moveDemands(double shortening, StepSize step) {
        for (int node = 0; node < layout.junctionCount; node++) {
            if (follows(node)) {
                demand(node);
                double above = state.head[node] - layout.elevation[node] - minimumPressure;
                double change = shortening * (loss - above) / gradient;
                state.delivered[node] -= change;
                step.add(state.delivered[node], change);
            }
        }
    }

    /** Whether all junctions get what Wagner's law gives them at their pressure. */
    boolean demandsAgree() {
        if (!pressureDriven) {
            return true;
        }
        for (int node = 0; node < layout.junctionCount; node++) {
            if (follows(node) && Math.abs(byLaw(node) - state.delivered[node]) > Tolerances.FLOW) {
                return false;
            }
        }
        return true;
    }

    private double byLaw(int node) {
        double above = state.head[node] - layout.elevation[node] - minimumPressure;
        double share = Math.clamp(above / pressureSpan, 0, 1);
        return state.wanted[node] * FractionalPower.power(share, demandExponent);
    }

    /** Writes what leaves at each junction in all. */
    void total() {
        System.arraycopy(state.delivered, 0, state.outflow, 0, layout.junctionCount);
        for (int i = 0; i < state.outletNode.length; i++) {
            state.outflow[state.outletNode[i]] += state.outletFlow[i];
        }
    }
}

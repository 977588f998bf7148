package town.nagar.engine.water;

import town.nagar.engine.water.network.Options;

/** Conductance and correction of every link, as {@link PipeLaw} defines them for pipes. */
final class LinkLaws {
    private final Layout layout;
    private final State state;
    private final PipeLaw pipeLaw;

    /** 1 / h'(q), (m3/s)/m. */
    final double[] conductance;

    /** h(q) / h'(q), m3/s. */
    final double[] correction;

    LinkLaws(Layout layout, State state, Options options) {
        this.layout = layout;
        this.state = state;
        pipeLaw = new PipeLaw(layout, state, options);
        conductance = new double[layout.linkCount];
        correction = new double[layout.linkCount];
    }

    /** For all but the valves that hold a pressure or flow; {@link HeldValves} does these. */
    void apply() {
        pipeLaw.apply(conductance, correction);
        for (int k : layout.pumps) {
            pump(k);
        }
        for (int k : layout.simpleValves) {
            valve(k);
        }
    }

    private void shut(int k) {
        conductance[k] = 1 / Tolerances.SHUT_GRADIENT;
        correction[k] = state.flow[k];
    }

    private void open(int k) {
        conductance[k] = 1 / Tolerances.OPEN_GRADIENT;
        correction[k] = state.flow[k];
    }

    private void put(int k, double loss, double gradient) {
        conductance[k] = 1 / gradient;
        correction[k] = loss / gradient;
    }

    private void pump(int k) {
        double speed = state.setting[k];
        if (state.isShut(k) || speed == 0) {
            shut(k);
        } else if (!layout.line[k].isNone()) {
            pumpByPoints(k, speed);
        } else if (layout.pumpExponent[k] < 0) {
            pumpByPower(k, speed);
        } else {
            pumpByLaw(k, speed);
        }
    }

    /** Affinity: heads go with the square, flows with the first power of speed. */
    private void pumpByPoints(int k, double speed) {
        double q = state.flow[k];
        PiecewiseLine line = layout.line[k];
        double slope = -line.slopeAt(Math.abs(q) / speed) * speed;
        double shutoff = line.interceptAt(Math.abs(q) / speed) * speed * speed;
        put(k, -shutoff + slope * q, slope);
    }

    /** Shut where next to nothing flows, an open valve where its head is next to nothing. */
    private void pumpByPower(int k, double speed) {
        double q = state.flow[k];
        double lift = -layout.pumpCoefficient[k] * speed * speed * speed;
        double gradient = lift / (q * q);
        if (gradient > Tolerances.SHUT_GRADIENT) {
            shut(k);
        } else if (gradient < Tolerances.OPEN_GRADIENT) {
            open(k);
        } else {
            put(k, -lift / q, gradient);
        }
    }

    private void pumpByLaw(int k, double speed) {
        double q = state.flow[k];
        double exponent = layout.pumpExponent[k];
        double shutoff = layout.shutoffHead[k] * speed * speed;
        double r = layout.pumpCoefficient[k] * FractionalPower.power(speed, 2 - exponent);
        double gradient = exponent * r * FractionalPower.power(Math.abs(q), exponent - 1);
        if (gradient < Tolerances.GRADIENT) {
            put(k, -shutoff + Tolerances.GRADIENT * q, Tolerances.GRADIENT);
        } else {
            put(k, -shutoff + gradient * q / exponent, gradient);
        }
    }

    private void valve(int k) {
        if (state.isShut(k)) {
            shut(k);
            return;
        }
        switch (layout.kind[k]) {
            case Layout.PBV -> pressureBreaker(k);
            case Layout.GPV -> byCurve(k);
            default -> openValve(k, throttled(k));
        }
    }

    private double throttled(int k) {
        double coefficient = state.setting[k];
        return Double.isNaN(coefficient) ? layout.minorLoss[k] : layout.minorLoss(k, coefficient);
    }

    /** A valve without a setting, as a loss m q^2. */
    void openValve(int k, double minorLoss) {
        double q = state.flow[k];
        if (state.isShut(k)) {
            shut(k);
        } else if (minorLoss > 0) {
            double gradient = 2 * minorLoss * Math.abs(q);
            double loss = gradient * q / 2;
            if (gradient < Tolerances.GRADIENT) {
                gradient = Tolerances.GRADIENT;
                loss = gradient * q;
            }
            put(k, loss, gradient);
        } else {
            open(k);
        }
    }

    /** Breaks its setting, unless the open valve alone loses more. */
    private void pressureBreaker(int k) {
        double drop = state.setting[k];
        double q = state.flow[k];
        if (Double.isNaN(drop) || drop == 0 || layout.minorLoss[k] * q * q > drop) {
            openValve(k, layout.minorLoss[k]);
        } else {
            conductance[k] = Tolerances.FORCE;
            correction[k] = drop * Tolerances.FORCE;
        }
    }

    private void byCurve(int k) {
        double size = Math.max(Math.abs(state.flow[k]), Tolerances.REST);
        PiecewiseLine line = layout.line[k];
        double slope = Math.max(line.slopeAt(size), Tolerances.OPEN_GRADIENT);
        double loss = line.interceptAt(size) + slope * size;
        put(k, Math.copySign(loss, state.flow[k]), slope);
    }
}

package town.nagar.engine.water;

import town.nagar.engine.water.network.Options;
import town.nagar.engine.water.network.Options.HeadLossFormula;

/**
 * Head loss of pipes and its growth with flow, as the two numbers a Newton step needs: conductance
 * 1/h'(q) and correction h(q)/h'(q).
 */
final class PipeLaw {
    private static final double HW_FLOW = 1.852;
    private static final double LAMINAR_END = 2000;
    private static final double TURBULENT_START = 4000;
    private static final double SWAMEE_JAIN = 5.74;
    private static final double REYNOLDS_POWER = 0.9;

    /** 2 log10(x) as a multiple of ln(x). */
    private static final double TWO_LOG_10 = 2 / StrictMath.log(10);

    private final Layout layout;
    private final State state;
    private final HeadLossFormula formula;
    private final double viscosity;

    PipeLaw(Layout layout, State state, Options options) {
        this.layout = layout;
        this.state = state;
        formula = options.formula();
        viscosity = options.viscosityM2PerSecond();
    }

    void apply(double[] conductance, double[] correction) {
        switch (formula) {
            case HAZEN_WILLIAMS -> applyPower(HW_FLOW, conductance, correction);
            case CHEZY_MANNING -> applyPower(2, conductance, correction);
            case DARCY_WEISBACH -> applyDarcy(conductance, correction);
        }
    }

    private void applyPower(double exponent, double[] conductance, double[] correction) {
        double lower = exponent - 1;
        for (int k : layout.pipes) {
            double q = state.flow[k];
            if (state.status[k] <= Status.CLOSED) {
                conductance[k] = 1 / Tolerances.SHUT_GRADIENT;
                correction[k] = q;
                continue;
            }
            double size = Math.abs(q);
            double gradient = exponent * layout.resistance[k] * FractionalPower.power(size, lower);
            double loss = gradient * q / exponent;
            if (gradient < Tolerances.GRADIENT) {
                gradient = Tolerances.GRADIENT;
                loss = gradient * q;
            }
            double bends = layout.minorLoss[k] * size;
            double reciprocal = 1 / (gradient + 2 * bends);
            conductance[k] = reciprocal;
            correction[k] = (loss + bends * q) * reciprocal;
        }
    }

    private void applyDarcy(double[] conductance, double[] correction) {
        for (int k : layout.pipes) {
            double q = state.flow[k];
            if (state.status[k] <= Status.CLOSED) {
                conductance[k] = 1 / Tolerances.SHUT_GRADIENT;
                correction[k] = q;
            } else {
                darcy(k, q, conductance, correction);
            }
        }
    }

    /**
     * Hagen-Poiseuille below a Reynolds number of 2,000, Swamee and Jain (1976) above 4,000, and
     * between them the cubic that meets both in value and slope (Dunlop 1991).
     */
    private void darcy(int k, double q, double[] conductance, double[] correction) {
        double size = Math.abs(q);
        double diameter = layout.diameter[k];
        double reynolds = 4 * size / (Math.PI * diameter * viscosity);
        double bends = layout.minorLoss[k] * size;
        double perFlow;
        double gradient;
        if (reynolds <= LAMINAR_END) {
            perFlow = layout.resistance[k] * 16 * Math.PI * diameter * viscosity;
            gradient = perFlow;
        } else {
            double relative = layout.roughness[k] / (3.7 * diameter);
            double friction = friction(reynolds, relative);
            perFlow = layout.resistance[k] * friction * size;
            gradient = 2 * perFlow + perFlow * elasticity(reynolds, relative, friction);
        }
        double reciprocal = 1 / (gradient + 2 * bends);
        conductance[k] = reciprocal;
        correction[k] = (perFlow + bends) * q * reciprocal;
    }

    private static double friction(double reynolds, double relative) {
        if (reynolds >= TURBULENT_START) {
            return turbulent(reynolds, relative);
        }
        double t = (reynolds - LAMINAR_END) / (TURBULENT_START - LAMINAR_END);
        double laminar = 64 / LAMINAR_END;
        double turbulent = turbulent(TURBULENT_START, relative);
        double slope = turbulentSlope(relative, turbulent);
        return laminar * (1 + t * t * (2 * t - 3))
                - laminar * t * (1 - t) * (1 - t)
                + turbulent * t * t * (3 - 2 * t)
                + slope * t * t * (t - 1);
    }

    /** Relative change of the friction factor with that of the Reynolds number. */
    private static double elasticity(double reynolds, double relative, double friction) {
        if (reynolds >= TURBULENT_START) {
            return turbulentElasticity(reynolds, relative);
        }
        double t = (reynolds - LAMINAR_END) / (TURBULENT_START - LAMINAR_END);
        double laminar = 64 / LAMINAR_END;
        double turbulent = turbulent(TURBULENT_START, relative);
        double slope = turbulentSlope(relative, turbulent);
        double derivative =
                (laminar - turbulent) * 6 * t * (t - 1)
                        - laminar * (1 - t) * (1 - 3 * t)
                        + slope * t * (3 * t - 2);
        return derivative * (reynolds / (TURBULENT_START - LAMINAR_END)) / friction;
    }

    private static double turbulent(double reynolds, double relative) {
        double root = -TWO_LOG_10 * FractionalPower.naturalLogarithm(mixed(reynolds, relative));
        return 1 / (root * root);
    }

    private static double mixed(double reynolds, double relative) {
        return relative + SWAMEE_JAIN / FractionalPower.power(reynolds, REYNOLDS_POWER);
    }

    private static double turbulentElasticity(double reynolds, double relative) {
        double mixed = mixed(reynolds, relative);
        double root = -TWO_LOG_10 * FractionalPower.naturalLogarithm(mixed);
        double smooth = mixed - relative;
        return -2 * TWO_LOG_10 * REYNOLDS_POWER * smooth / (mixed * root);
    }

    /** Slope at the turbulent end, by the width of the band between the regimes. */
    private static double turbulentSlope(double relative, double turbulent) {
        double width = (TURBULENT_START - LAMINAR_END) / TURBULENT_START;
        return turbulent * turbulentElasticity(TURBULENT_START, relative) * width;
    }
}

package town.nagar.engine.water.network;

/**
 * How the equations are set up and when they count as solved (EPANET 2.2 User Manual, appendix C,
 * [OPTIONS]).
 *
 * @param viscosityM2PerSecond kinematic
 * @param specificGravity weight relative to water, in pressures that are not heads
 * @param trials Newton steps before the solution counts as unbalanced
 * @param accuracy sum of flow changes over sum of flows
 * @param headErrorMetres largest head error of a link; 0 does not look
 * @param flowChangeM3PerSecond largest flow change; 0 does not look
 * @param extraTrials further steps with all statuses frozen; -1 stops the run when unbalanced
 * @param checkFrequency steps between checks of pumps, check valves and tanks
 * @param maxCheck step after which these are checked at convergence alone
 * @param dampLimit accuracy below which steps are shortened to 0.6; 0 never
 */
public record Options(
        HeadLossFormula formula,
        double viscosityM2PerSecond,
        double specificGravity,
        int trials,
        double accuracy,
        double headErrorMetres,
        double flowChangeM3PerSecond,
        int extraTrials,
        int checkFrequency,
        int maxCheck,
        double dampLimit,
        DemandModel demandModel,
        double demandMultiplier,
        boolean emitterBackflow) {

    /** How friction grows with flow. */
    public enum HeadLossFormula {
        HAZEN_WILLIAMS,
        DARCY_WEISBACH,
        CHEZY_MANNING
    }

    /** Whether users get what they want, or what the pressure allows. */
    public sealed interface DemandModel {
        /** Demands are met at any pressure. */
        record DemandDriven() implements DemandModel {}

        /**
         * Delivered = demand ((p - minimum) / (required - minimum))^exponent between the limits,
         * none below and all above (Wagner, Shamir and Marks 1988).
         */
        record PressureDriven(double minimumMetres, double requiredMetres, double exponent)
                implements DemandModel {
            public PressureDriven {
                Quantities.finite("demand model", "minimum pressure", minimumMetres);
                Quantities.positive("demand model", "pressure exponent", exponent);
                if (!(requiredMetres > minimumMetres)) {
                    throw new IllegalArgumentException(
                            "required pressure %s must be above minimum pressure %s m"
                                    .formatted(requiredMetres, minimumMetres));
                }
            }
        }
    }
}

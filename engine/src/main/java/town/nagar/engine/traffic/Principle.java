package town.nagar.engine.traffic;

/** Wardrop's two principles: whose cost the routes minimise. */
public enum Principle {
    /** No driver can save cost by taking another route. */
    USER_EQUILIBRIUM,

    /** No routing of all drivers together has a lower total cost. */
    SYSTEM_OPTIMUM
}

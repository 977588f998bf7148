package town.nagar.engine.agriculture;

/** When Indian crops grow. */
public enum Season {
    /** Sown with the monsoon, harvested in autumn. */
    KHARIF,
    /** Planted when the monsoon has gone, harvested in winter. */
    LATE_KHARIF,
    /** Sown in autumn, harvested in spring. */
    RABI
}

package town.nagar.engine.people;

/** A way to travel; its ordinal is its place in arrays by mode and its bit in sets of modes. */
public enum Mode {
    WALK,
    CYCLE,
    BUS,
    AUTO_RICKSHAW,
    TWO_WHEELER,
    CAR;

    /** Number of modes. */
    public static final int COUNT = 6;

    /** The set of this mode alone. */
    public int bit() {
        return 1 << ordinal();
    }
}

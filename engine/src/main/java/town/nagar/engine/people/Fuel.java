package town.nagar.engine.people;

/** What a vehicle runs on. */
public enum Fuel {
    PETROL,
    DIESEL,
    CNG,
    ELECTRIC;

    private static final Fuel[] ALL = values();

    /** The fuel of an ordinal. */
    public static Fuel of(int ordinal) {
        return ALL[ordinal];
    }
}

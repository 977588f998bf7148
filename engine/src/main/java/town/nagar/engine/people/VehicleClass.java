package town.nagar.engine.people;

/** What a household's vehicle is. */
public enum VehicleClass {
    TWO_WHEELER,
    CAR,
    AUTO_RICKSHAW;

    private static final VehicleClass[] ALL = values();

    /** The class of an ordinal. */
    public static VehicleClass of(int ordinal) {
        return ALL[ordinal];
    }
}

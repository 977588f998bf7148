package town.nagar.engine.people;

/** What a household's vehicle is, and the mode it serves. */
public enum VehicleClass {
    TWO_WHEELER(Mode.TWO_WHEELER),
    CAR(Mode.CAR),
    AUTO_RICKSHAW(Mode.AUTO_RICKSHAW);

    private static final VehicleClass[] ALL = values();

    private final Mode mode;

    VehicleClass(Mode mode) {
        this.mode = mode;
    }

    static VehicleClass of(int ordinal) {
        return ALL[ordinal];
    }

    /** The mode a citizen travels by in it. */
    public Mode mode() {
        return mode;
    }
}

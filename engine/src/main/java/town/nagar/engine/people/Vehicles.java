package town.nagar.engine.people;

import java.util.Arrays;

/**
 * The town's vehicles, one slot in each array a vehicle: class, fuel, emission standard (Bharat
 * Stage), last digit of the plate, and the household that owns it.
 */
public final class Vehicles {
    private static final int NEWEST_STANDARD = 6;
    private static final int HOURS_A_DAY = 24;

    private final byte[] vehicleClass;
    private final byte[] fuel;
    private final byte[] standard;
    private final byte[] plateDigit;
    private final int[] household;

    private Vehicles(int vehicles) {
        this.vehicleClass = new byte[vehicles];
        this.fuel = new byte[vehicles];
        this.standard = new byte[vehicles];
        this.plateDigit = new byte[vehicles];
        this.household = new int[vehicles];
    }

    /**
     * Room for a number of vehicles, until {@link #set} tells what they are.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public static Vehicles of(int vehicles) {
        if (vehicles < 0) {
            throw new IllegalArgumentException(
                    "%d vehicles; allowed are 0 or more".formatted(vehicles));
        }
        return new Vehicles(vehicles);
    }

    /** Number of vehicles. */
    public int count() {
        return household.length;
    }

    /**
     * Tells what one vehicle is.
     *
     * @param bharatStage 0 (before the standards) to 6
     * @param digit last of the plate, 0 to 9
     * @param owner number of the household, from 0
     * @throws IllegalArgumentException naming the vehicle and the value that is out of range
     */
    public void set(
            int vehicle, VehicleClass kind, Fuel burns, int bharatStage, int digit, int owner) {
        boolean stage = bharatStage >= 0 && bharatStage <= NEWEST_STANDARD;
        if (!stage || digit < 0 || digit > 9 || owner < 0) {
            throw new IllegalArgumentException(
                    "vehicle %d: Bharat Stage %d, digit %d, household %d; allowed are 0 to %d, 0 to 9, from 0"
                            .formatted(vehicle, bharatStage, digit, owner, NEWEST_STANDARD));
        }
        vehicleClass[vehicle] = (byte) kind.ordinal();
        fuel[vehicle] = (byte) burns.ordinal();
        standard[vehicle] = (byte) bharatStage;
        plateDigit[vehicle] = (byte) digit;
        household[vehicle] = owner;
    }

    /** The vehicle's emission standard, Bharat Stage 0 to 6. */
    public int standard(int vehicle) {
        return standard[vehicle];
    }

    /**
     * Writes the modes that each household may use under the rule: all but those of which it has
     * vehicles that must all stay at home in this hour.
     *
     * @param hour from the start of the run, whose first day is the first of a month
     * @param out one set of {@link Mode#bit}s a household
     */
    public void permittedModes(PlateRule rule, int hour, byte[] out) {
        Arrays.fill(out, (byte) ((1 << Mode.COUNT) - 1));
        if (!rule.isOn(hour % HOURS_A_DAY)) {
            return;
        }
        int parity = (hour / HOURS_A_DAY + 1) % 2;
        for (int pass = 0; pass < 2; pass++) {
            for (int vehicle = 0; vehicle < household.length; vehicle++) {
                boolean held =
                        plateDigit[vehicle] % 2 != parity
                                && rule.binds(vehicleClass[vehicle], fuel[vehicle]);
                if (held == (pass == 0)) {
                    mark(vehicle, held, out);
                }
            }
        }
    }

    /** First those that must stay close a mode; then one that may go out opens it again. */
    private void mark(int vehicle, boolean held, byte[] out) {
        int bit = VehicleClass.of(vehicleClass[vehicle]).mode().bit();
        int owner = household[vehicle];
        out[owner] = (byte) (held ? out[owner] & ~bit : out[owner] | bit);
    }
}

package town.nagar.norms.agriculture;

/** How much a field bears, between the units in use. A bigha differs by district: none is given. */
public final class Yield {
    /** Square metres of an acre, international. */
    public static final double SQUARE_METRES_PER_ACRE = 4046.8564224;

    private static final double SQUARE_METRES_PER_HECTARE = 10_000;
    private static final double KILOGRAMS_PER_QUINTAL = 100;

    private Yield() {}

    /** Kilograms a hectare, the unit of statistics, from the quintals an acre that farmers say. */
    public static double kilogramsPerHectare(double quintalsPerAcre) {
        return quintalsPerAcre
                * KILOGRAMS_PER_QUINTAL
                * SQUARE_METRES_PER_HECTARE
                / SQUARE_METRES_PER_ACRE;
    }

    /** The way back. */
    public static double quintalsPerAcre(double kilogramsPerHectare) {
        return kilogramsPerHectare
                / KILOGRAMS_PER_QUINTAL
                * SQUARE_METRES_PER_ACRE
                / SQUARE_METRES_PER_HECTARE;
    }
}

package town.nagar.contracts.json;

/** Numbers as people read them. */
public final class Decimals {
    private static final double SCALE = 1e6;
    private static final double TOO_LARGE = 1e9;

    private Decimals() {}

    /**
     * The number to six decimals: 1668.0 for 1667.9999999999998; large ones and NaN as they are.
     */
    public static double six(double number) {
        return Math.abs(number) < TOO_LARGE ? Math.rint(number * SCALE) / SCALE : number;
    }
}

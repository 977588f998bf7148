package town.nagar.norms.water;

/** Least pressure at the ferrule by storeys served (CPHEEO manual). */
public enum ResidualPressure {
    ONE_STOREY(7),
    TWO_STOREYS(12),
    THREE_STOREYS(17);

    private static final double BAR_PER_METRE = 0.0980665;

    private final double metres;

    ResidualPressure(double metres) {
        this.metres = metres;
    }

    /** Metres of water column. */
    public double metres() {
        return metres;
    }

    /** The same in bar, of standard gravity and water of 1,000 kg/m3. */
    public double bar() {
        return metres * BAR_PER_METRE;
    }
}

package town.nagar.norms.water;

/** Least pressure at the ferrule by storeys served (CPHEEO manual). */
public enum ResidualPressure {
    ONE_STOREY(7, 0.69),
    TWO_STOREYS(12, 1.18),
    THREE_STOREYS(17, 1.67);

    private static final double BAR_PER_METRE = 0.0980665;

    private final double metres;
    private final double alarmBar;

    ResidualPressure(double metres, double alarmBar) {
        this.metres = metres;
        this.alarmBar = alarmBar;
    }

    /**
     * The norm for buildings of so many storeys.
     *
     * @throws IllegalArgumentException unless it is 1 to 3: higher houses lift their own water
     */
    public static ResidualPressure ofStoreys(int storeys) {
        return switch (storeys) {
            case 1 -> ONE_STOREY;
            case 2 -> TWO_STOREYS;
            case 3 -> THREE_STOREYS;
            default -> throw new IllegalArgumentException(storeys + " storeys; allowed: 1 to 3");
        };
    }

    /** Metres of water column. */
    public double metres() {
        return metres;
    }

    /** The same in bar, of standard gravity and water of 1,000 kg/m3. */
    public double bar() {
        return metres * BAR_PER_METRE;
    }

    /** The pressure below which an alarm is raised: {@link #bar} to two decimals. */
    public double alarmBar() {
        return alarmBar;
    }

    /** Whether a measured pressure is too low; NaN is not known and not low. */
    public boolean isLow(double pressureBar) {
        return pressureBar < alarmBar;
    }
}

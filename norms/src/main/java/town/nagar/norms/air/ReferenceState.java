package town.nagar.norms.air;

/** The state of air, at 101.325 kPa, in which an analyser's share by volume becomes a mass. */
public enum ReferenceState {
    /** What CPCB is taken to mean. */
    CELSIUS_25(25, GasUnits.LITRES_PER_MOLE_25C),
    CELSIUS_20(20, GasUnits.LITRES_PER_MOLE_20C);

    private final int celsius;
    private final double litresPerMole;

    ReferenceState(int celsius, double litresPerMole) {
        this.celsius = celsius;
        this.litresPerMole = litresPerMole;
    }

    /**
     * The state at a temperature.
     *
     * @throws IllegalArgumentException unless it is 25 or 20 degC
     */
    public static ReferenceState of(String celsius) {
        return switch (celsius) {
            case "25" -> CELSIUS_25;
            case "20" -> CELSIUS_20;
            default ->
                    throw new IllegalArgumentException(
                            "reference temperature '" + celsius + "'; allowed: 25, 20 (degC)");
        };
    }

    public int celsius() {
        return celsius;
    }

    public double litresPerMole() {
        return litresPerMole;
    }
}

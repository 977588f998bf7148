package town.nagar.norms.air;

/**
 * A concentration in the pollutant's own unit, with what was given.
 *
 * @param value in {@link Pollutant#unit}
 * @param givenValue as it came
 * @param givenUnit the unit it came in
 * @param reference the state that ppb and ppm were read in; of no effect for masses
 */
public record Concentration(
        Pollutant pollutant,
        double value,
        double givenValue,
        String givenUnit,
        ReferenceState reference) {

    /**
     * Converts what was given.
     *
     * @param unit one of {@link GasUnits#units}
     * @throws IllegalArgumentException if the unit is not known for the pollutant; lists those that
     *     are
     */
    public static Concentration of(
            Pollutant pollutant, double value, String unit, ReferenceState reference) {
        double factor = GasUnits.factor(pollutant, unit, reference.litresPerMole());
        return new Concentration(pollutant, converted(value, factor), value, unit, reference);
    }

    /** A division by 1000 keeps a decimal such as 1.15 what it is; times 0.001 may not. */
    private static double converted(double value, double factor) {
        return factor == 0.001 ? value / 1000 : value * factor;
    }

    /** Whether the unit differs from the pollutant's own. */
    public boolean isConverted() {
        return GasUnits.factor(pollutant, givenUnit, reference.litresPerMole()) != 1;
    }
}

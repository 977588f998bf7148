package town.nagar.norms.air;

import java.util.List;
import java.util.Map;

/** From the units that analysers report to those of the index, at 101.325 kPa. */
public final class GasUnits {
    /** Litres a mole at 25 degC, CPCB's assumed reference state. */
    public static final double LITRES_PER_MOLE_25C = 24.465;

    /** Litres a mole at 20 degC, as many European analysers assume. */
    public static final double LITRES_PER_MOLE_20C = 24.055;

    private static final Map<Pollutant, Double> GRAMS_PER_MOLE =
            Map.of(
                    Pollutant.NO2, 46.0055,
                    Pollutant.SO2, 64.066,
                    Pollutant.O3, 47.998,
                    Pollutant.NH3, 17.031,
                    Pollutant.CO, 28.010);

    private static final Map<String, Double> MICROGRAMS =
            Map.of(
                    "ug/m3", 1.0, "µg/m³", 1.0, "μg/m³", 1.0, "µg/m3", 1.0, "mg/m3", 1000.0,
                    "mg/m³", 1000.0);

    private static final Map<String, Double> PARTS_PER_BILLION = Map.of("ppb", 1.0, "ppm", 1000.0);

    private GasUnits() {}

    /**
     * What one unit of {@code from} is in the pollutant's own unit.
     *
     * @param litresPerMole the molar volume of the reference state
     * @throws IllegalArgumentException if the unit is not known for the pollutant; lists those that
     *     are
     */
    public static double factor(Pollutant pollutant, String from, double litresPerMole) {
        double toOwn = pollutant == Pollutant.CO ? 0.001 : 1;
        Double micrograms = MICROGRAMS.get(from);
        if (micrograms != null) {
            return micrograms * toOwn;
        }
        Double parts = PARTS_PER_BILLION.get(from);
        Double grams = GRAMS_PER_MOLE.get(pollutant);
        if (parts == null || grams == null) {
            throw new IllegalArgumentException(
                    "unit '%s' of %s is unknown; allowed: %s"
                            .formatted(from, pollutant.title(), units(pollutant)));
        }
        return parts * grams / litresPerMole * toOwn;
    }

    /** The units a pollutant may come in. */
    public static List<String> units(Pollutant pollutant) {
        return GRAMS_PER_MOLE.containsKey(pollutant)
                ? List.of("ug/m3", "mg/m3", "ppb", "ppm")
                : List.of("ug/m3", "mg/m3");
    }
}

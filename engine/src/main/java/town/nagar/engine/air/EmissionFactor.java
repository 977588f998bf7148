package town.nagar.engine.air;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a kind of vehicle emits from its exhaust on a kilometre at the reference speed.
 *
 * @param vehicle such as {@code car}
 * @param fuel petrol, diesel, cng or electric
 * @param standard what it was built to, such as {@code BS-VI}
 * @param gramsPerKm every pollutant, from 0
 * @param source where the figures come from
 */
public record EmissionFactor(
        String vehicle,
        String fuel,
        String standard,
        Map<Pollutant, Double> gramsPerKm,
        String source) {
    /**
     * @throws IllegalArgumentException if a pollutant is missing or negative
     */
    public EmissionFactor {
        gramsPerKm = Map.copyOf(gramsPerKm);
        for (Pollutant pollutant : Pollutant.values()) {
            Double grams = gramsPerKm.get(pollutant);
            if (grams == null || !(grams >= 0)) {
                throw new IllegalArgumentException(
                        "%s %s %s: %s is %s g/km; allowed are numbers from 0"
                                .formatted(vehicle, fuel, standard, pollutant, grams));
            }
        }
    }

    /** Reads {@code vehicle,fuel,standard,CO,HC,NOX,PM,source}. */
    static EmissionFactor ofRow(String row) {
        String[] cells = row.split(",", 8);
        var grams = new EnumMap<Pollutant, Double>(Pollutant.class);
        for (Pollutant pollutant : Pollutant.values()) {
            grams.put(pollutant, Double.valueOf(cells[3 + pollutant.ordinal()]));
        }
        return new EmissionFactor(cells[0], cells[1], cells[2], grams, cells[7]);
    }
}

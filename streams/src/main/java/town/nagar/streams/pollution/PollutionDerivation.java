package town.nagar.streams.pollution;

import java.util.EnumMap;
import java.util.Map;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Quantities;
import town.nagar.contracts.readings.Reading;
import town.nagar.norms.air.Pollutant;
import town.nagar.streams.enrich.Derivation;
import town.nagar.streams.enrich.Derived;
import town.nagar.streams.reference.ReferenceBook;

/** The nowcast of a single reading: an index of a moment, which is no AQI. */
record PollutionDerivation() implements Derivation {
    private static final Quantities QUANTITIES = Quantities.of(Domain.POLLUTION);

    @Override
    public Derived derive(Reading reading, ReferenceBook book) {
        Map<Pollutant, Double> values = new EnumMap<>(Pollutant.class);
        for (Pollutant pollutant : Pollutant.all()) {
            double value = reading.values().get(QUANTITIES.get(pollutant.quantity()));
            if (value >= 0) {
                values.put(pollutant, value);
            }
        }
        return Nowcast.of(values)
                .map(nowcast -> new Derived(Map.of("nowcast", (double) nowcast.index()), Map.of()))
                .orElse(Derived.NONE);
    }
}

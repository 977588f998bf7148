package town.nagar.streams.pollution;

import java.util.List;
import java.util.Map;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Quantities;
import town.nagar.contracts.readings.Quantity;
import town.nagar.contracts.readings.Reading;
import town.nagar.norms.air.Nowcast;
import town.nagar.norms.air.Pollutant;
import town.nagar.streams.enrich.Derivation;
import town.nagar.streams.enrich.Derived;
import town.nagar.streams.reference.ReferenceBook;

/** The nowcast of a single reading: an index of a moment, which is no AQI. */
record PollutionDerivation() implements Derivation {
    private static final List<Quantity> QUANTITIES =
            Pollutant.all().stream()
                    .map(pollutant -> Quantities.of(Domain.POLLUTION).get(pollutant.quantity()))
                    .toList();

    @Override
    public Derived derive(Reading reading, ReferenceBook book) {
        double[] values = new double[QUANTITIES.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = reading.values().get(QUANTITIES.get(i));
        }
        int nowcast = Nowcast.largest(values);
        return nowcast == Nowcast.UNKNOWN
                ? Derived.NONE
                : new Derived(Map.of("nowcast", (double) nowcast), Map.of());
    }
}

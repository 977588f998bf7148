package town.nagar.sample.sensing;

import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Quantities;
import town.nagar.contracts.readings.Quantity;
import town.nagar.contracts.readings.Values;

/** Collects a reading's values, rounded as an instrument does and kept physically possible. */
final class Measured {
    private final Quantities quantities;
    private final Values.Builder values;

    Measured(Domain domain) {
        this.quantities = Quantities.of(domain);
        this.values = new Values.Builder(domain);
    }

    /**
     * Adds a value.
     *
     * @param decimals places behind the point
     */
    Measured set(String name, double value, int decimals) {
        Quantity quantity = quantities.get(name);
        double possible = Math.clamp(value, quantity.physical().min(), quantity.physical().max());
        values.set(quantity, round(possible, decimals));
        return this;
    }

    Values values() {
        return values.build();
    }

    static double round(double value, int decimals) {
        double scale = StrictMath.pow(10, decimals);
        return StrictMath.rint(value * scale) / scale;
    }
}

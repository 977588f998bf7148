package town.nagar.contracts.readings;

import java.util.Arrays;
import java.util.Map;
import java.util.function.ObjDoubleConsumer;
import town.nagar.contracts.Domain;

/**
 * What was measured at one time: one slot a quantity of the domain, NaN where there is no value.
 */
public final class Values {
    private final Quantities quantities;
    private final double[] slots;

    private Values(Quantities quantities, double[] slots) {
        this.quantities = quantities;
        this.slots = slots;
    }

    /**
     * Values by quantity name, in canonical units.
     *
     * @throws IllegalArgumentException if a name is not of the domain
     */
    public static Values of(Domain domain, Map<String, Double> byName) {
        Builder builder = new Builder(domain);
        byName.forEach((name, value) -> builder.set(builder.quantities.get(name), value));
        return builder.build();
    }

    /** All quantities that could have been measured. */
    public Quantities quantities() {
        return quantities;
    }

    /** The value, or NaN if it was not measured. */
    public double get(Quantity quantity) {
        return slots[quantity.index()];
    }

    public boolean has(Quantity quantity) {
        return !Double.isNaN(get(quantity));
    }

    public boolean isEmpty() {
        return Arrays.stream(slots).allMatch(Double::isNaN);
    }

    /** Calls for each measured value in the order of the quantities. */
    public void forEach(ObjDoubleConsumer<Quantity> each) {
        for (int i = 0; i < slots.length; i++) {
            if (!Double.isNaN(slots[i])) {
                each.accept(quantities.list().get(i), slots[i]);
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values that
                && quantities == that.quantities
                && Arrays.equals(slots, that.slots);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(slots);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        forEach((quantity, value) ->
                text.append(quantity.name()).append('=').append(value).append(' '));
        return text.toString().strip();
    }

    /** Collects values; not for use by several threads. */
    public static final class Builder {
        private final Quantities quantities;
        private final double[] slots;

        public Builder(Domain domain) {
            quantities = Quantities.of(domain);
            slots = new double[quantities.count()];
            Arrays.fill(slots, Double.NaN);
        }

        /** All quantities that can be set. */
        public Quantities quantities() {
            return quantities;
        }

        public Builder set(Quantity quantity, double value) {
            slots[quantity.index()] = value;
            return this;
        }

        public Values build() {
            return new Values(quantities, slots.clone());
        }
    }
}

package town.nagar.contracts.readings;

import town.nagar.contracts.Domain;

/**
 * Something a sensor of a domain measures, in its canonical unit.
 *
 * @param index the quantity's slot in {@link Values} of its domain
 * @param name the name in JSON and in tables, such as {@code pm25}
 * @param unit the canonical unit, such as {@code ug/m3}; {@code 1} where there is none
 * @param physical values outside cannot exist: such a reading becomes a dead letter
 * @param plausible values outside are kept and flagged
 */
public record Quantity(
        Domain domain, int index, String name, String unit, Range physical, Range plausible) {

    /** A closed interval in the quantity's unit. */
    public record Range(double min, double max) {
        public Range {
            if (!(min <= max)) {
                throw new IllegalArgumentException("range from %s to %s".formatted(min, max));
            }
        }

        /** Whether the value lies inside; NaN does not. */
        public boolean holds(double value) {
            return value >= min && value <= max;
        }

        @Override
        public String toString() {
            return min + " to " + max;
        }
    }

    public Quantity {
        if (!(physical.min() <= plausible.min() && plausible.max() <= physical.max())) {
            throw new IllegalArgumentException(
                    "%s: plausible %s is not within physical %s"
                            .formatted(name, plausible, physical));
        }
    }
}

package town.nagar.ingestion.units;

/**
 * How a value in a sender's unit becomes one in the canonical unit: value × factor + offset.
 *
 * @param reference the state of the air a gas conversion assumes; empty for others
 */
public record Conversion(double factor, double offset, String reference) {
    static final Conversion NONE = new Conversion(1, 0, "");

    public double apply(double value) {
        return value * factor + offset;
    }

    /** Whether the sender's unit is the canonical one. */
    public boolean changesNothing() {
        return factor == 1 && offset == 0;
    }
}

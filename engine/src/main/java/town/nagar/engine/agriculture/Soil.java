package town.nagar.engine.agriculture;

/**
 * What a soil holds.
 *
 * @param fieldCapacity water after rain has drained, volume share
 * @param wiltingPoint water that roots cannot take, volume share, less than field capacity
 */
public record Soil(double fieldCapacity, double wiltingPoint) {
    /**
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public Soil {
        Ranges.requireBetween("field capacity", fieldCapacity, 0.01, 0.7);
        Ranges.requireBetween("wilting point", wiltingPoint, 0, Math.nextDown(fieldCapacity));
    }

    /** Water that roots of a depth can take, TAW, mm: FAO-56, equation 82. */
    public double availableMillimetres(double rootMetres) {
        return 1000 * (fieldCapacity - wiltingPoint) * rootMetres;
    }
}

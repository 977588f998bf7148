package town.nagar.norms.water;

/**
 * What a town's water service should reach (Ministry of Urban Development, handbook of service
 * level benchmarks).
 */
public enum ServiceLevel {
    COVERAGE(100, "% of households"),
    SUPPLY(135, "lpcd"),
    METERING(100, "% of connections"),
    NON_REVENUE_WATER(20, "% of water put in"),
    CONTINUITY(24, "h/day"),
    QUALITY(100, "% of samples"),
    COMPLAINTS_REDRESSED(80, "% of complaints"),
    COST_RECOVERY(100, "% of costs"),
    COLLECTION(90, "% of billed revenue");

    private final double target;
    private final String unit;

    ServiceLevel(double target, String unit) {
        this.target = target;
        this.unit = unit;
    }

    /** In {@link #unit}. */
    public double target() {
        return target;
    }

    public String unit() {
        return unit;
    }

    /** Whether less is better, as with water that earns nothing. */
    public boolean isUpperLimit() {
        return this == NON_REVENUE_WATER;
    }

    /**
     * Whether a value reaches the target.
     *
     * @throws IllegalArgumentException if it is NaN or negative
     */
    public boolean isMetBy(double value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException(
                    "%s is %s %s; allowed: 0 or more".formatted(name(), value, unit));
        }
        return isUpperLimit() ? value <= target : value >= target;
    }
}

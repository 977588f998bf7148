package town.nagar.norms.water;

import java.util.Arrays;
import java.util.Optional;

/**
 * Limits of IS 10500:2012: acceptable, and permissible where there is no other source; mg/l but for
 * pH and turbidity.
 */
public enum DrinkingWater {
    PH("ph", 6.5, 8.5, 6.5, 8.5),
    TURBIDITY("turbidity", 0, 1, 0, 5),
    TDS("tds", 0, 500, 0, 2000),
    HARDNESS("hardness", 0, 200, 0, 600),
    CHLORIDE("chloride", 0, 250, 0, 1000),
    NITRATE("nitrate", 0, 45, 0, 45),
    FLUORIDE("fluoride", 0, 1.0, 0, 1.5),
    FREE_CHLORINE("free_chlorine", 0.2, Double.POSITIVE_INFINITY, 0.2, Double.POSITIVE_INFINITY);

    /** How a value stands against the limits. */
    public enum Verdict {
        ACCEPTABLE,
        PERMISSIBLE,
        UNFIT
    }

    private final String quantity;
    private final double acceptableMin;
    private final double acceptableMax;
    private final double permissibleMin;
    private final double permissibleMax;

    DrinkingWater(
            String quantity,
            double acceptableMin,
            double acceptableMax,
            double permissibleMin,
            double permissibleMax) {
        this.quantity = quantity;
        this.acceptableMin = acceptableMin;
        this.acceptableMax = acceptableMax;
        this.permissibleMin = permissibleMin;
        this.permissibleMax = permissibleMax;
    }

    /** The limit of a quantity name such as {@code ph}. */
    public static Optional<DrinkingWater> find(String quantity) {
        return Arrays.stream(values()).filter(limit -> limit.quantity.equals(quantity)).findFirst();
    }

    /** The name in readings, such as {@code ph}. */
    public String quantity() {
        return quantity;
    }

    /**
     * Judges a value.
     *
     * @throws IllegalArgumentException if it is NaN: what was not measured is not unfit
     */
    public Verdict judge(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException(quantity + " is NaN; allowed: a number");
        }
        if (value >= acceptableMin && value <= acceptableMax) {
            return Verdict.ACCEPTABLE;
        }
        boolean permissible = value >= permissibleMin && value <= permissibleMax;
        return permissible ? Verdict.PERMISSIBLE : Verdict.UNFIT;
    }
}

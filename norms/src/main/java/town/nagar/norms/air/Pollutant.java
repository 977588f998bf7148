package town.nagar.norms.air;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A pollutant that has a sub-index, with its concentrations at the category edges.
 *
 * <p>Edges: CPCB, National Air Quality Index (2014). The last edge, where the index reaches 500, is
 * Nagar's rule, since CPCB gives no top: the Very Poor slope goes on.
 */
public enum Pollutant {
    PM25("pm25", "PM2.5", "ug/m3", 24, 0, 30, 60, 90, 120, 250, 380),
    PM10("pm10", "PM10", "ug/m3", 24, 0, 50, 100, 250, 350, 430, 510),
    NO2("no2", "NO2", "ug/m3", 24, 0, 40, 80, 180, 280, 400, 520),
    SO2("so2", "SO2", "ug/m3", 24, 0, 40, 80, 380, 800, 1600, 2400),
    O3("o3", "O3", "ug/m3", 8, 0, 50, 100, 168, 208, 748, 1288),
    CO("co", "CO", "mg/m3", 8, 1, 1.0, 2.0, 10, 17, 34, 51),
    NH3("nh3", "NH3", "ug/m3", 24, 0, 200, 400, 800, 1200, 1800, 2400),
    PB("pb", "Pb", "ug/m3", 24, 2, 0.5, 1.0, 2.0, 3.0, 3.5, 4.0);

    private static final List<Pollutant> ALL = List.of(values());

    private final String quantity;
    private final String title;
    private final String unit;
    private final int averagingHours;
    private final int decimals;

    @SuppressWarnings("ImmutableEnumChecker") // never written after construction
    private final double[] tops;

    Pollutant(
            String quantity,
            String title,
            String unit,
            int averagingHours,
            int decimals,
            double... tops) {
        this.quantity = quantity;
        this.title = title;
        this.unit = unit;
        this.averagingHours = averagingHours;
        this.decimals = decimals;
        this.tops = tops;
    }

    /** In the order of {@link #ordinal()}. */
    public static List<Pollutant> all() {
        return ALL;
    }

    /** The pollutant of a quantity name such as {@code pm25}. */
    public static Optional<Pollutant> find(String quantity) {
        return Arrays.stream(values()).filter(p -> p.quantity.equals(quantity)).findFirst();
    }

    /** The name in readings and tables. */
    public String quantity() {
        return quantity;
    }

    /** As people write it. */
    public String title() {
        return title;
    }

    /** The unit of all its concentrations. */
    public String unit() {
        return unit;
    }

    /** Hours its running mean is taken over: 8 for O3 and CO, else 24. */
    public int averagingHours() {
        return averagingHours;
    }

    /** Valid hours needed for that mean: 16 of 24 (CPCB), 6 of 8 (Nagar's rule). */
    public int neededHours() {
        return averagingHours == 8 ? 6 : 16;
    }

    /** Whether it is one of the two of which an index needs at least one. */
    public boolean isParticulate() {
        return this == PM25 || this == PM10;
    }

    /** The highest concentration of a category by ordinal; of the sixth, where the index is 500. */
    double top(int category) {
        return tops[category];
    }

    /**
     * The lowest concentration of a category: one step of rounding above the one before.
     *
     * @param category 0 is Good
     */
    double bottom(int category) {
        return category == 0 ? 0 : top(category - 1) + step(top(category - 1));
    }

    /** Decimals that a concentration is rounded to. Lead: 0.01 to 1.00, then 0.1. */
    int decimals(double concentration) {
        return this == PB && concentration > 1.0 ? 1 : decimals;
    }

    private double step(double edge) {
        int places = this == PB && edge >= 1.0 ? 1 : decimals;
        return switch (places) {
            case 0 -> 1;
            case 1 -> 0.1;
            default -> 0.01;
        };
    }
}

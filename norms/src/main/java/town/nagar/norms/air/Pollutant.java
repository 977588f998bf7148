package town.nagar.norms.air;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

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
    private final long[] topHundredths;

    @SuppressWarnings("ImmutableEnumChecker") // never written after construction
    private final long[] bottomHundredths;

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
        this.topHundredths = new long[tops.length];
        this.bottomHundredths = new long[tops.length];
        for (int i = 0; i < tops.length; i++) {
            topHundredths[i] = HalfUp.hundredths(tops[i], 100);
            bottomHundredths[i] = i == 0 ? 0 : topHundredths[i - 1] + 100 / stepsAbove(tops[i - 1]);
        }
    }

    /** In the order of {@link #ordinal()}. */
    public static List<Pollutant> all() {
        return ALL;
    }

    /** The pollutant of a quantity name such as {@code pm25}. */
    public static Optional<Pollutant> find(String quantity) {
        return Arrays.stream(values()).filter(p -> p.quantity.equals(quantity)).findFirst();
    }

    /**
     * The pollutant of a quantity name.
     *
     * @throws IllegalArgumentException if it has no index; the message lists those that have
     */
    public static Pollutant get(String quantity) {
        return find(quantity)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "'%s' has no index%s; those that have: %s"
                                        .formatted(quantity, likeliest(quantity), names())));
    }

    private static String likeliest(String quantity) {
        return switch (quantity.toLowerCase(Locale.ROOT)) {
            case "nox", "no" -> " (NOx is not NO2)";
            default -> "";
        };
    }

    private static String names() {
        return ALL.stream().map(Pollutant::quantity).collect(Collectors.joining(", "));
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

    /** The reason against its mean when fewer hours are valid. */
    Reason tooFewHours() {
        return averagingHours == 8 ? Reason.UNDER_6_OF_8_HOURS : Reason.UNDER_16_OF_24_HOURS;
    }

    /** Whether it is one of the two of which an index needs at least one. */
    public boolean isParticulate() {
        return this == PM25 || this == PM10;
    }

    /** The category of a rounded concentration; above the last edge still the last. */
    Category category(long hundredths) {
        int last = topHundredths.length - 1;
        int category = 0;
        while (category < last && hundredths > topHundredths[category]) {
            category++;
        }
        return Category.at(category);
    }

    /** The highest concentration of a category; of Severe the one where the index is 500. */
    long topHundredths(Category category) {
        return topHundredths[category.ordinal()];
    }

    /** The lowest concentration of a category: one step of rounding above the one before. */
    long bottomHundredths(Category category) {
        return bottomHundredths[category.ordinal()];
    }

    /** Steps a unit that a concentration is rounded to. Lead: 0.01 to 1.00, then 0.1. */
    int stepsPerUnit(double concentration) {
        return hasCoarseSteps(concentration > 1.0) ? 10 : stepsPerUnit();
    }

    private int stepsAbove(double edge) {
        return hasCoarseSteps(edge >= 1.0) ? 10 : stepsPerUnit();
    }

    private boolean hasCoarseSteps(boolean aboveOne) {
        return decimals == 2 && aboveOne;
    }

    private int stepsPerUnit() {
        return switch (decimals) {
            case 0 -> 1;
            case 1 -> 10;
            default -> 100;
        };
    }
}

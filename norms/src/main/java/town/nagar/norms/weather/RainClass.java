package town.nagar.norms.weather;

/** Rain of an IMD day, 08:30 to 08:30 IST, in the department's words. */
public enum RainClass {
    NONE(0),
    LIGHT(2.5),
    MODERATE(15.6),
    HEAVY(64.5),
    VERY_HEAVY(115.6),
    EXTREMELY_HEAVY(204.5);

    private static final RainClass[] ALL = values();

    private final double fromMillimetres;

    RainClass(double fromMillimetres) {
        this.fromMillimetres = fromMillimetres;
    }

    /**
     * The class of a day's rain; below 2.5 mm it is no rainy day.
     *
     * @param millimetres 0 or more
     * @throws IllegalArgumentException if it is NaN or negative
     */
    public static RainClass of(double millimetres) {
        if (!(millimetres >= 0)) {
            throw new IllegalArgumentException(
                    "rain of " + millimetres + " mm; allowed: 0 or more");
        }
        RainClass found = NONE;
        for (RainClass rain : ALL) {
            if (millimetres >= rain.fromMillimetres) {
                found = rain;
            }
        }
        return found;
    }

    /** The least rain of the class, mm a day. */
    public double fromMillimetres() {
        return fromMillimetres;
    }

    /** Whether the day counts as rainy: 2.5 mm or more (Kelkar 2007). */
    public boolean isRainyDay() {
        return this != NONE;
    }
}

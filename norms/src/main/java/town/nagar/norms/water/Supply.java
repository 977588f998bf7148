package town.nagar.norms.water;

/**
 * Water a head and day that people should get, litres (CPHEEO manual); excludes losses, which are
 * up to 15 % in new systems.
 */
public enum Supply {
    STAND_POST(40),
    PIPED_WITHOUT_SEWERAGE(70),
    PIPED_WITH_SEWERAGE(135),
    METRO(150);

    /** Share of the water put in that a new system may lose. */
    public static final double MAX_LOSS_SHARE = 0.15;

    private final int litresPerCapitaDay;

    Supply(int litresPerCapitaDay) {
        this.litresPerCapitaDay = litresPerCapitaDay;
    }

    public int litresPerCapitaDay() {
        return litresPerCapitaDay;
    }
}

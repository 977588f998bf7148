package town.nagar.norms.air;

/**
 * The index of one pollutant.
 *
 * @param concentration the mean as rounded for the index, in the pollutant's unit
 * @param index 0 to 500
 * @param beyondScale the concentration lies above the one where the index reaches 500
 * @param o3HourMissing the 8-h mean of ozone asks for the 1-h mean, which is not known
 */
public record SubIndex(
        Pollutant pollutant,
        double concentration,
        int index,
        boolean beyondScale,
        boolean o3HourMissing) {
    private static final int HIGHEST = 500;

    /** The last category of ozone that is read with its 8-h mean, and the index it ends at. */
    private static final Category LAST_OF_EIGHT_HOURS = Category.POOR;

    public SubIndex {
        if (index < 0 || index > HIGHEST) {
            throw new IllegalArgumentException("index %d of %s".formatted(index, pollutant));
        }
    }

    /**
     * The sub-index of a mean over the pollutant's averaging time.
     *
     * <p>The mean is rounded first, then interpolated between the edges of its category; the index
     * is rounded half up: I = Ilo + (Ihi - Ilo) / (Bhi - Blo) (C - Blo) (CPCB 2014).
     *
     * @param mean in the pollutant's unit, 0 to 1e12
     * @throws IllegalArgumentException if it is NaN or outside
     */
    public static SubIndex of(Pollutant pollutant, double mean) {
        long hundredths = rounded(pollutant, mean);
        return new SubIndex(
                pollutant,
                hundredths / 100.0,
                interpolated(pollutant, hundredths),
                hundredths > pollutant.topHundredths(Category.SEVERE),
                false);
    }

    /** The index of {@link #of} alone, for loops that must not allocate. */
    public static int indexOf(Pollutant pollutant, double mean) {
        return interpolated(pollutant, rounded(pollutant, mean));
    }

    /**
     * The sub-index of ozone. An 8-h mean above 208 ug/m3 is judged by the latest 1-h mean, but
     * never below 300; without that hour it is 300.
     *
     * @param hourMean ug/m3; NaN if not known
     */
    public static SubIndex ofOzone(double eightHourMean, double hourMean) {
        SubIndex eightHours = of(Pollutant.O3, eightHourMean);
        if (!needsHour(rounded(Pollutant.O3, eightHourMean))) {
            return eightHours;
        }
        if (Double.isNaN(hourMean)) {
            return new SubIndex(
                    Pollutant.O3, eightHours.concentration, LAST_OF_EIGHT_HOURS.top(), false, true);
        }
        SubIndex hour = of(Pollutant.O3, hourMean);
        int index = Math.max(LAST_OF_EIGHT_HOURS.top(), hour.index);
        return new SubIndex(Pollutant.O3, hour.concentration, index, hour.beyondScale, false);
    }

    private static boolean needsHour(long ozoneHundredths) {
        return ozoneHundredths > Pollutant.O3.topHundredths(LAST_OF_EIGHT_HOURS);
    }

    private static long rounded(Pollutant pollutant, double mean) {
        if (!(mean >= 0 && mean <= HalfUp.LARGEST)) {
            throw new IllegalArgumentException(
                    "%s is %s %s; allowed: 0 to %s"
                            .formatted(pollutant.title(), mean, pollutant.unit(), HalfUp.LARGEST));
        }
        return HalfUp.hundredths(mean, pollutant.stepsPerUnit(mean));
    }

    private static int interpolated(Pollutant pollutant, long hundredths) {
        Category category = pollutant.category(hundredths);
        long above = hundredths - pollutant.bottomHundredths(category);
        long width = pollutant.topHundredths(category) - pollutant.bottomHundredths(category);
        long rise = (category.top() - category.bottom()) * above;
        long index = category.bottom() + (2 * rise + width) / (2 * width);
        return (int) Math.min(index, HIGHEST);
    }

    public Category category() {
        return Category.of(index);
    }
}

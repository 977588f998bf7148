package town.nagar.norms.air;

import java.math.BigDecimal;
import java.math.RoundingMode;

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
    private static final int TOP = Category.values().length - 1;

    public SubIndex {
        if (index < 0 || index > 500) {
            throw new IllegalArgumentException("index %d of %s".formatted(index, pollutant));
        }
    }

    /**
     * The sub-index of a mean over the pollutant's averaging time.
     *
     * <p>The mean is rounded first, then interpolated between the edges of its category; the index
     * is rounded half up: I = Ilo + (Ihi - Ilo) / (Bhi - Blo) (C - Blo) (CPCB 2014).
     *
     * @param mean in the pollutant's unit, 0 or more
     */
    public static SubIndex of(Pollutant pollutant, double mean) {
        double rounded = rounded(pollutant, mean);
        int category = 0;
        while (category < TOP && rounded > pollutant.top(category)) {
            category++;
        }
        int index = interpolated(pollutant, category, rounded);
        return new SubIndex(
                pollutant, rounded, Math.min(index, 500), rounded > pollutant.top(TOP), false);
    }

    /**
     * The sub-index of ozone. An 8-h mean above 208 ug/m3 is judged by the latest 1-h mean, but
     * never below 300; without that hour it is 300.
     *
     * @param hourMean NaN if not known
     */
    public static SubIndex ofOzone(double eightHourMean, double hourMean) {
        SubIndex eightHours = of(Pollutant.O3, eightHourMean);
        if (eightHours.concentration <= Pollutant.O3.top(3)) {
            return eightHours;
        }
        if (Double.isNaN(hourMean)) {
            return new SubIndex(Pollutant.O3, eightHours.concentration, 300, false, true);
        }
        SubIndex hour = of(Pollutant.O3, hourMean);
        return new SubIndex(
                Pollutant.O3,
                hour.concentration,
                Math.max(300, hour.index),
                hour.beyondScale,
                false);
    }

    private static double rounded(Pollutant pollutant, double mean) {
        if (!(mean >= 0) || Double.isInfinite(mean)) {
            throw new IllegalArgumentException(
                    "%s is %s %s; allowed: 0 or more"
                            .formatted(pollutant.title(), mean, pollutant.unit()));
        }
        // the shortest decimal of the double, so that 2.675 is what was written, not 2.67499…
        return BigDecimal.valueOf(mean)
                .setScale(pollutant.decimals(mean), RoundingMode.HALF_UP)
                .doubleValue();
    }

    private static int interpolated(Pollutant pollutant, int category, double concentration) {
        Category band = Category.values()[category];
        BigDecimal bottom =
                BigDecimal.valueOf(pollutant.bottom(category)).setScale(2, RoundingMode.HALF_UP);
        BigDecimal width = BigDecimal.valueOf(pollutant.top(category)).subtract(bottom);
        BigDecimal above = BigDecimal.valueOf(concentration).subtract(bottom);
        return BigDecimal.valueOf(band.top() - band.bottom())
                .multiply(above)
                .divide(width, 0, RoundingMode.HALF_UP)
                .add(BigDecimal.valueOf(band.bottom()))
                .intValueExact();
    }

    public Category category() {
        return Category.of(index);
    }
}

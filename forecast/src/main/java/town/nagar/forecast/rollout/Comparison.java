package town.nagar.forecast.rollout;

import java.util.Locale;
import town.nagar.forecast.monitoring.TrackRecord.Window;

/**
 * How a version did over a time, beside another.
 *
 * <p>Errors are compared as shares of the baseline's on the same forecasts, as two versions may
 * know different places; where they know the same that is to compare the errors themselves.
 */
record Comparison(Window own, Window other) {
    private static final double PERCENT = 100;

    /**
     * The error as a share of the baseline's; 0 where nothing errs, infinite where it alone does.
     */
    static double relative(Window window) {
        if (window.baselineMae() > 0) {
            return window.mae() / window.baselineMae();
        }
        return window.mae() > 0 ? Double.POSITIVE_INFINITY : 0;
    }

    /** Whether it is better than the baseline and no worse than the other. */
    boolean isNoWorse() {
        return relative(own) < 1 && relative(own) <= relative(other);
    }

    /** Whether it is worse than the baseline or the other by more than a margin in percent. */
    boolean isWorseBy(double marginPercent) {
        double limit = Math.min(1, relative(other)) * (1 + marginPercent / PERCENT);
        return relative(own) > limit;
    }

    /** The figures in a sentence. */
    String sentence(String version, String otherVersion) {
        return "%s; %s".formatted(sentence(version, own), sentence(otherVersion, other));
    }

    /** One version's figures in a sentence. */
    static String sentence(String version, Window window) {
        return String.format(
                Locale.ROOT,
                "%s erred by %.4g where the baseline erred by %.4g, on %d truths from %d origins",
                version,
                window.mae(),
                window.baselineMae(),
                window.truths(),
                window.origins());
    }
}

package town.nagar.checks.bench;

import java.util.Arrays;
import java.util.Locale;

/** Ordered measurements, by nearest rank. */
final class Percentiles {
    private final double[] sorted;

    Percentiles(double[] measured) {
        sorted = measured.clone();
        Arrays.sort(sorted);
    }

    /** The smallest measurement that at least this share of all does not exceed. */
    double at(double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(rank, 1) - 1];
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %.1f, p95 %.1f, p99 %.1f, max %.1f (n=%d)",
                at(0.5),
                at(0.95),
                at(0.99),
                at(1),
                sorted.length);
    }
}

package town.nagar.engine.uncertainty;

import town.nagar.engine.random.Quantiles;

/** How probable the values of an uncertain input are. */
public sealed interface Distribution {
    /**
     * The value that a share of the probability lies below.
     *
     * @param u strictly between 0 and 1; a {@link #bounded} distribution also takes 0 and 1
     */
    double quantile(double u);

    /** Whether there is a least and a greatest value. */
    boolean bounded();

    /** Every value between two bounds alike. */
    record Uniform(double low, double high) implements Distribution {
        /**
         * @throws IllegalArgumentException unless both are finite and low &lt; high
         */
        public Uniform {
            if (!(low < high && Double.isFinite(high - low))) {
                throw new IllegalArgumentException(
                        "uniform from %s to %s; allowed are finite bounds that ascend"
                                .formatted(low, high));
            }
        }

        @Override
        public double quantile(double u) {
            return Quantiles.uniform(u, low, high);
        }

        @Override
        public boolean bounded() {
            return true;
        }
    }

    /** Likeliest at the mode and falling in straight lines to both bounds. */
    record Triangular(double low, double mode, double high) implements Distribution {
        /**
         * @throws IllegalArgumentException unless all are finite, low &lt;= mode &lt;= high and low
         *     &lt; high
         */
        public Triangular {
            boolean ascends = low <= mode && mode <= high && low < high;
            if (!(ascends && Double.isFinite(high - low))) {
                throw new IllegalArgumentException(
                        "triangular of low %s, mode %s, high %s; allowed are finite numbers that ascend"
                                .formatted(low, mode, high));
            }
        }

        @Override
        public double quantile(double u) {
            return Quantiles.triangular(u, low, mode, high);
        }

        @Override
        public boolean bounded() {
            return true;
        }
    }

    /** The bell curve. */
    record Normal(double mean, double standardDeviation) implements Distribution {
        /**
         * @throws IllegalArgumentException unless both are finite and the deviation is positive
         */
        public Normal {
            requirePositiveDeviation("normal", mean, standardDeviation);
        }

        @Override
        public double quantile(double u) {
            return Quantiles.normal(u, mean, standardDeviation);
        }

        @Override
        public boolean bounded() {
            return false;
        }
    }

    /** Positive values whose natural logarithm is normal. */
    record LogNormal(double logMean, double logStandardDeviation) implements Distribution {
        /**
         * @throws IllegalArgumentException unless both are finite and the deviation is positive
         */
        public LogNormal {
            requirePositiveDeviation("log-normal", logMean, logStandardDeviation);
        }

        @Override
        public double quantile(double u) {
            return Quantiles.logNormal(u, logMean, logStandardDeviation);
        }

        @Override
        public boolean bounded() {
            return false;
        }
    }

    private static void requirePositiveDeviation(String name, double mean, double deviation) {
        if (!(Double.isFinite(mean) && deviation > 0 && Double.isFinite(deviation))) {
            throw new IllegalArgumentException(
                    "%s of mean %s and standard deviation %s; allowed are a finite mean and a positive deviation"
                            .formatted(name, mean, deviation));
        }
    }
}

package town.nagar.forecast.recurrent;

/** Means and deviations of each feature and of the target, of the training sequences alone. */
public final class Scaling {
    private final float[] means;
    private final float[] factors;
    private final float targetMean;
    private final float targetDeviation;

    Scaling(float[] means, float[] factors, float targetMean, float targetDeviation) {
        this.means = means;
        this.factors = factors;
        this.targetMean = targetMean;
        this.targetDeviation = targetDeviation;
    }

    static Scaling of(Sequences training) {
        boolean[] used = training.used();
        float[] means = new float[training.features()];
        float[] factors = new float[training.features()];
        for (int feature = 0; feature < means.length; feature++) {
            Moments moments = new Moments();
            for (int row = 0; row < used.length; row++) {
                if (used[row]) {
                    moments.add(training.value(row, feature));
                }
            }
            means[feature] = (float) moments.mean();
            factors[feature] = (float) (1 / moments.deviation());
        }
        Moments target = new Moments();
        for (int sequence = 0; sequence < training.count(); sequence++) {
            target.add(training.target(sequence));
        }
        return new Scaling(means, factors, (float) target.mean(), (float) target.deviation());
    }

    /** Mean and deviation of numbers as they come: Welford, Technometrics 4 (1962). */
    private static final class Moments {
        private static final double LEAST_DEVIATION = 1e-6;

        private long count;
        private double mean;
        private double squares;

        private void add(double value) {
            count++;
            double before = value - mean;
            mean += before / count;
            squares += before * (value - mean);
        }

        private double mean() {
            return mean;
        }

        /** 1 where nothing varies. */
        private double deviation() {
            double deviation = Math.sqrt(squares / Math.max(1, count));
            return deviation < LEAST_DEVIATION * Math.max(1, Math.abs(mean)) ? 1 : deviation;
        }
    }

    void scaleRows(float[] rows) {
        for (int i = 0; i < rows.length; i++) {
            int feature = i % means.length;
            rows[i] = (rows[i] - means[feature]) * factors[feature];
        }
    }

    float scaleTarget(float target) {
        return (target - targetMean) / targetDeviation;
    }

    /** From the net's number back to the target's unit. */
    public float targetOf(float scaled) {
        return scaled * targetDeviation + targetMean;
    }

    /** What is taken from each feature. */
    public float[] means() {
        return means.clone();
    }

    /** By what each feature is then multiplied. */
    public float[] factors() {
        return factors.clone();
    }

    /** In the target's unit. */
    public float targetMean() {
        return targetMean;
    }

    /** In the target's unit, above 0. */
    public float targetDeviation() {
        return targetDeviation;
    }
}

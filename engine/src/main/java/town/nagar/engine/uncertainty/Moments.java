package town.nagar.engine.uncertainty;

/**
 * Mean and variance of values that come one by one, or in parts.
 *
 * <p>Welford: Note on a method for calculating corrected sums of squares and products.
 * Technometrics 4 (1962) 419-420. Parts are joined as in Chan, Golub, LeVeque: Algorithms for
 * computing the sample variance. The American Statistician 37 (1983) 242-247.
 */
public final class Moments {
    private static final int CHUNK = 1024;

    private long count;
    private double mean;
    private double squares;

    /** The moments of nothing yet. */
    public Moments() {}

    /**
     * The moments of an array's first values, taken in chunks of 1,024 that are joined by index.
     *
     * @throws IndexOutOfBoundsException if the array is shorter
     */
    public static Moments of(double[] values, int count) {
        var all = new Moments();
        for (int from = 0; from < count; from += CHUNK) {
            var chunk = new Moments();
            int until = Math.min(count, from + CHUNK);
            for (int index = from; index < until; index++) {
                chunk.add(values[index]);
            }
            all.join(chunk);
        }
        return all;
    }

    /** Takes one more value. */
    public void add(double value) {
        count++;
        double before = value - mean;
        mean += before / count;
        squares += before * (value - mean);
    }

    /** Takes the values of other moments, which come after these. */
    public void join(Moments later) {
        if (later.count == 0) {
            return;
        }
        long joined = count + later.count;
        double apart = later.mean - mean;
        double share = (double) later.count / joined;
        mean += apart * share;
        squares += later.squares + apart * apart * count * share;
        count = joined;
    }

    /** Values taken. */
    public long count() {
        return count;
    }

    /** The arithmetic mean; 0 of no values. */
    public double mean() {
        return mean;
    }

    /** The unbiased variance (over n - 1); 0 of fewer than two values. */
    public double variance() {
        return count < 2 ? 0 : squares / (count - 1);
    }

    /** The square root of {@link #variance}. */
    public double standardDeviation() {
        return Math.sqrt(variance());
    }

    /** The sum of squared distances from the mean. */
    double squares() {
        return squares;
    }
}

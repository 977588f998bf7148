package town.nagar.engine.traffic;

/** Sums in a fixed order: chunks of 1,024, then the chunks by index. */
final class Summation {
    private static final int CHUNK = 1024;

    private Summation() {}

    /** The sum of the first values of an array. */
    static double of(double[] values, int count) {
        double sum = 0;
        for (int from = 0; from < count; from += CHUNK) {
            double chunk = 0;
            int until = Math.min(count, from + CHUNK);
            for (int index = from; index < until; index++) {
                chunk += values[index];
            }
            sum += chunk;
        }
        return sum;
    }
}

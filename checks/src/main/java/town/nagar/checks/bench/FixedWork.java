package town.nagar.checks.bench;

/** The same work at any time, to tell how fast the machine is just now. */
final class FixedWork {
    /** What the work comes to. */
    static final long OUTCOME = -4_933_137_719_056_371_499L;

    private static final int WARM_UPS = 2;
    private static final int ROUNDS = 5;
    private static final int STEPS = 80_000_000;

    /** More than the caches next to a core hold: 4 MB. */
    private static final int CELLS = 1 << 19;

    private FixedWork() {}

    /** Milliseconds on the clock that it takes, the median of some rounds. */
    static double medianMilliseconds() {
        double[] rounds = new double[ROUNDS];
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            double milliseconds = milliseconds();
            if (round >= 0) {
                rounds[round] = milliseconds;
            }
        }
        return new Percentiles(rounds).at(0.5);
    }

    private static double milliseconds() {
        long start = System.nanoTime();
        long outcome = outcome();
        if (outcome != OUTCOME) {
            throw new IllegalStateException("the work came to " + outcome);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    /** Steps of xorshift64 (Marsaglia 2003), each adding itself to a cell of a table. */
    static long outcome() {
        long[] table = new long[CELLS];
        long state = 88_172_645_463_325_252L;
        long sum = 0;
        for (int step = 0; step < STEPS; step++) {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
            sum += table[(int) state & (CELLS - 1)] += state;
        }
        return sum;
    }
}

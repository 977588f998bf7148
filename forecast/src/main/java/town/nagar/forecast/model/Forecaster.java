package town.nagar.forecast.model;

import java.util.stream.IntStream;

/**
 * A way to forecast all series of a panel.
 *
 * <p>Fitting reads no value of a series at or after {@code end}; a forecast reads none at or after
 * its origin. Both are the same, bit for bit, for the same input.
 */
public interface Forecaster {
    /** The name in options, tables and files, such as {@code ridge}. */
    String name();

    /**
     * Learns from what is known before an index.
     *
     * @param end index of the panel's grid; rows there and later are not read
     */
    Learnt learn(Problem problem, int end);

    /** Whether learning takes minutes, so that a backtest lets it learn anew but a few times. */
    default boolean isCostly() {
        return false;
    }

    /** What {@link #learn} learns, bound to the problem's own panel. */
    default Fitted fit(Problem problem, int end) {
        Learnt learnt = learn(problem, end);
        int[] all = IntStream.range(0, problem.panel().size()).toArray();
        return new Fitted() {
            @Override
            public void forecast(int origin, double[][] out) {
                learnt.forecast(problem.features(), all, origin, out);
            }

            @Override
            public void close() {
                learnt.close();
            }
        };
    }

    /** What was learnt. */
    interface Fitted extends AutoCloseable {
        /**
         * Forecasts from an origin not before the {@code end} learnt up to.
         *
         * @param out one array a series, one slot a step: the first is for the origin's own time;
         *     NaN where nothing can be said
         */
        void forecast(int origin, double[][] out);

        @Override
        default void close() {}
    }
}

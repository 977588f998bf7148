package town.nagar.forecast.model;

import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import town.nagar.forecast.explain.Explanation;
import town.nagar.forecast.feature.FeatureSet;

/**
 * What a model learnt, apart from the panel that it learnt from: it forecasts any later panel of
 * the same series in the same order.
 */
public interface Learnt extends AutoCloseable {
    /** The name of the model that learnt it. */
    String name();

    /**
     * Forecasts some series from an origin.
     *
     * @param features with the names learnt from
     * @param series indices in the features' panel
     * @param origin at least 1
     * @param out one array a series asked for, one slot a step, at most as many as were learnt; the
     *     first is for the origin's own time; NaN where nothing can be said
     */
    void forecast(FeatureSet features, int[] series, int origin, double[][] out);

    /**
     * Takes one forecast apart, in the series' unit; empty where a model has no parts.
     *
     * @param step ahead, 0 for the origin's own time
     */
    default Optional<Explanation> explain(FeatureSet features, int series, int origin, int step) {
        return Optional.empty();
    }

    /** Writes all of it, so that {@link Models#read} gives the same forecasts, bit for bit. */
    void write(DataOutput out) throws IOException;

    @Override
    default void close() {}
}

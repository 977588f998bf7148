package town.nagar.forecast.feature;

import java.time.Instant;
import java.util.List;

/** Hears of features as soon as they are made. */
@FunctionalInterface
public interface FeatureListener {
    /** Hears nothing. */
    FeatureListener NONE = (_, _, _, _, _) -> {};

    /**
     * Takes note, and returns at once.
     *
     * @param source whose places the panel's series are, such as {@code traffic.vehicle_count}
     * @param series those of its series that are fresh enough to be told of
     * @param origin the first time that is not known
     * @param at when what the features stand on was read
     */
    void made(String source, FeatureSet features, List<Integer> series, int origin, Instant at);
}

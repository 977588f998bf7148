package town.nagar.forecast.featurestore.row;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import town.nagar.forecast.feature.Feature;

/**
 * What was found of a feature.
 *
 * @param value missing unless the status is PRESENT
 * @param at when it was known; the epoch where nothing was found
 */
public record Found(FeatureValue value, Status status, Instant at) {
    /** Feast's field statuses. */
    public enum Status {
        /** There is something that cannot be read, is of another type or out of its range. */
        INVALID,
        PRESENT,
        NULL_VALUE,
        NOT_FOUND,
        OUTSIDE_MAX_AGE
    }

    /** Nothing is stored. */
    public static final Found NOTHING = without(Status.NOT_FOUND, Instant.EPOCH);

    /** A status alone, without a value. */
    public static Found without(Status status, Instant at) {
        return new Found(FeatureValue.missing(), status, at);
    }

    /**
     * A stored value, judged by the feature's definition.
     *
     * @param at when it was known
     * @param asked the time for which it is wanted
     * @param ttl after which it is too old
     */
    public static Found judged(
            Feature feature, FeatureValue value, Instant at, Instant asked, Duration ttl) {
        if (at.plus(ttl).isBefore(asked)) {
            return without(Status.OUTSIDE_MAX_AGE, at);
        }
        if (value instanceof FeatureValue.Missing) {
            return without(Status.NULL_VALUE, at);
        }
        Optional<String> wrong = feature.complaint(value.number());
        return value.isOf(feature.type()) && wrong.isEmpty()
                ? new Found(value, Status.PRESENT, at)
                : without(Status.INVALID, at);
    }
}

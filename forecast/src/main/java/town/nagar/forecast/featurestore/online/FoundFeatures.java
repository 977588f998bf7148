package town.nagar.forecast.featurestore.online;

import io.lettuce.core.KeyValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.forecast.feature.FeatureRef;
import town.nagar.forecast.featurestore.online.FeastBytes.CorruptBytes;
import town.nagar.forecast.featurestore.row.FeatureValue;
import town.nagar.forecast.featurestore.row.Found;

/** What an entity's hash says of features of one view. */
record FoundFeatures(List<FeatureRef> features, FeatureValue entity) {
    private static final Logger LOG = LoggerFactory.getLogger(FoundFeatures.class);

    /**
     * What was found of each feature.
     *
     * @param said the hash's fields: the time, then the features in their order
     */
    List<Found> in(List<KeyValue<byte[], byte[]>> said, Instant now) {
        if (!said.getFirst().hasValue()) {
            boolean none = said.stream().noneMatch(KeyValue::hasValue);
            return all(none ? Found.NOTHING : invalid());
        }
        try {
            Instant at = FeastBytes.time(said.getFirst().getValue());
            List<Found> found = new ArrayList<>();
            for (int i = 0; i < features.size(); i++) {
                found.add(judged(features.get(i), said.get(i + 1), at, now));
            }
            return found;
        } catch (CorruptBytes e) {
            return unreadable(e);
        }
    }

    /** All features of a hash that cannot be read. */
    List<Found> unreadable(Exception cause) {
        String view = features.getFirst().view().name();
        LOG.warn("unreadable features view={} entity={} cause={}", view, entity, cause.toString());
        return all(invalid());
    }

    private static Found invalid() {
        return Found.without(Found.Status.INVALID, Instant.EPOCH);
    }

    private List<Found> all(Found found) {
        return Collections.nCopies(features.size(), found);
    }

    private Found judged(FeatureRef ref, KeyValue<byte[], byte[]> said, Instant at, Instant now) {
        if (!said.hasValue()) {
            return Found.without(Found.Status.NOT_FOUND, at);
        }
        try {
            FeatureValue value = FeastBytes.value(said.getValue());
            return Found.judged(ref.feature(), value, at, now, ref.view().ttl());
        } catch (CorruptBytes e) {
            LOG.warn("unreadable feature={} entity={} cause={}", ref.words(), entity, e.toString());
            return Found.without(Found.Status.INVALID, at);
        }
    }
}

package town.nagar.forecast.featurestore;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import town.nagar.kit.objects.ObjectStore;
import town.nagar.supervisor.EphemeralServers;
import town.nagar.supervisor.ServerName;

/**
 * A bucket of its own in the real object store. It is there before anything is put into it: a store
 * that refuses a body for want of a bucket may do so while the body is still being sent.
 */
public final class EmptyBucket {
    private EmptyBucket() {}

    /** The settings of real servers, with a new bucket. */
    public static Map<String, String> settings(ServerName... servers) {
        Map<String, String> settings = new TreeMap<>(EphemeralServers.settings(servers));
        settings.put("nagar.s3.bucket", "features-" + UUID.randomUUID());
        try (ObjectStore store = store(settings)) {
            store.put("made", new byte[0]);
        }
        return settings;
    }

    /** The bucket of settings. */
    public static ObjectStore store(Map<String, String> settings) {
        return new ObjectStore(
                URI.create(Objects.requireNonNull(settings.get("nagar.s3.url"))),
                Objects.requireNonNull(settings.get("nagar.s3.access-key")),
                Objects.requireNonNull(settings.get("nagar.s3.secret-key")),
                Objects.requireNonNull(settings.get("nagar.s3.bucket")));
    }
}

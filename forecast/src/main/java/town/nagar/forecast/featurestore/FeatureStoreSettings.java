package town.nagar.forecast.featurestore;

import java.time.Duration;
import town.nagar.kit.servers.ObjectsAddress;
import town.nagar.kit.servers.RedisAddress;
import town.nagar.kit.settings.Settings;

/** Where features are kept, and for how long. */
record FeatureStoreSettings(RedisAddress redis, ObjectsAddress objects, Own own) {
    private static final int LEAST_DAYS = 2;

    /** Two years: rows of a day and of the same season before it. */
    private static final Own USUAL = new Own("nagar", Duration.ofDays(7), Duration.ofDays(730));

    /**
     * Keys {@code nagar.forecast.features.*}.
     *
     * @param project ends each key in Redis, as Feast's project does
     * @param keyTtl after which an entity that nobody writes is forgotten in Redis
     * @param retention how long rows are kept on the object store after the end of their day
     */
    record Own(String project, Duration keyTtl, Duration retention) {
        Own {
            if (!project.matches("[a-z][a-z0-9_]{0,62}")) {
                throw new IllegalArgumentException(
                        "project '%s': a-z, 0-9 and _, a letter first".formatted(project));
            }
            if (keyTtl.toSeconds() < 1) {
                throw new IllegalArgumentException("key-ttl %s: at least 1s".formatted(keyTtl));
            }
            if (retention.toDays() < LEAST_DAYS) {
                throw new IllegalArgumentException(
                        "retention %s: at least %dd".formatted(retention, LEAST_DAYS));
            }
        }
    }

    static FeatureStoreSettings of(Settings settings) {
        return new FeatureStoreSettings(
                RedisAddress.of(settings),
                ObjectsAddress.of(settings),
                settings.bind("nagar.forecast.features", USUAL));
    }
}

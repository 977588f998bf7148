package town.nagar.forecast.featurestore;

import java.time.Duration;
import town.nagar.kit.settings.Secret;
import town.nagar.kit.settings.Settings;

/** Where features are kept, and for how long. */
record FeatureStoreSettings(Redis redis, Objects objects, Own own) {
    /** Key {@code nagar.redis.url}. */
    record Redis(String url) {}

    /** Keys {@code nagar.s3.*}. */
    record Objects(String url, Secret accessKey, Secret secretKey, String bucket) {}

    /**
     * Keys {@code nagar.forecast.features.*}.
     *
     * @param project ends each key in Redis, as Feast's project does
     * @param keyTtl after which an entity that nobody writes is forgotten in Redis
     */
    record Own(String project, Duration keyTtl) {
        Own {
            if (!project.matches("[a-z][a-z0-9_]{0,62}")) {
                throw new IllegalArgumentException(
                        "project '%s': a-z, 0-9 and _, a letter first".formatted(project));
            }
            if (keyTtl.toSeconds() < 1) {
                throw new IllegalArgumentException("key-ttl %s: at least 1s".formatted(keyTtl));
            }
        }
    }

    static FeatureStoreSettings of(Settings settings) {
        return new FeatureStoreSettings(
                settings.bind("nagar.redis", new Redis("redis://127.0.0.1:6379")),
                settings.bind(
                        "nagar.s3",
                        new Objects(
                                "http://127.0.0.1:9000",
                                Secret.NONE,
                                Secret.NONE,
                                "digital-twin-data")),
                settings.bind("nagar.forecast.features", new Own("nagar", Duration.ofDays(7))));
    }
}

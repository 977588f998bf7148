package town.nagar.kit.servers;

import java.net.URI;
import town.nagar.kit.objects.ObjectStore;
import town.nagar.kit.settings.Secret;
import town.nagar.kit.settings.Settings;

/** Keys {@code nagar.s3.*}: a bucket, and the keys of whoever uses it. */
public record ObjectsAddress(String url, Secret accessKey, Secret secretKey, String bucket) {
    private static final ObjectsAddress USUAL =
            new ObjectsAddress(
                    "http://127.0.0.1:9000", Secret.NONE, Secret.NONE, "digital-twin-data");

    public static ObjectsAddress of(Settings settings) {
        return settings.bind("nagar.s3", USUAL);
    }

    /** The bucket; whoever opens it closes it. */
    public ObjectStore open() {
        return new ObjectStore(URI.create(url), accessKey.value(), secretKey.value(), bucket);
    }
}

package town.nagar.forecast.registry.artifacts;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;
import town.nagar.kit.http.ApiException;
import town.nagar.kit.objects.ObjectStore;

/**
 * Model files. A file's URI ends in the SHA-256 of its bytes, so that one that has changed is never
 * taken for the one that was registered.
 */
public final class Artifacts implements AutoCloseable {
    private static final Pattern KEY = Pattern.compile("models/.+/(?<hash>[0-9a-f]{64})");
    private static final int RETRY_SECONDS = 5;

    private final ObjectStore store;

    /** Files in a store, which is closed with this. */
    public Artifacts(ObjectStore store) {
        this.store = store;
    }

    /**
     * Keeps a file and gives its URI.
     *
     * @throws ApiException 503 if the store is away
     */
    public String put(String model, byte[] bytes) {
        String key = "models/%s/%s".formatted(model, hash(bytes));
        try {
            store.put(key, bytes);
        } catch (SdkException e) {
            throw away(e);
        }
        return prefix() + key;
    }

    private String prefix() {
        return "s3://%s/".formatted(store.bucket());
    }

    /**
     * The bytes of a file, just as they were kept.
     *
     * @throws ApiException 404 {@code ARTIFACT_MISSING} if it is not there or not ours to read, 502
     *     {@code ARTIFACT_CORRUPT} if a byte has changed, 503 if the store is away
     */
    public byte[] get(String uri) {
        Matcher key = KEY.matcher(uri.startsWith(prefix()) ? uri.substring(prefix().length()) : "");
        if (!key.matches()) {
            throw refused(404, "ARTIFACT_MISSING", "No file of ours is at '%s'", uri);
        }
        byte[] bytes;
        try {
            bytes =
                    store.find(key.group())
                            .orElseThrow(() ->
                                    refused(404, "ARTIFACT_MISSING", "There is no file '%s'", uri));
        } catch (SdkException e) {
            throw away(e);
        }
        if (!hash(bytes).equals(key.group("hash"))) {
            throw refused(
                    502, "ARTIFACT_CORRUPT", "The file '%s' has changed since it was kept", uri);
        }
        return bytes;
    }

    private static ApiException refused(int status, String code, String message, String uri) {
        return new ApiException(status, code, message.formatted(uri), Map.of("uri", uri), Map.of());
    }

    private static ApiException away(SdkException cause) {
        ApiException away =
                ApiException.unavailable("The object store does not answer", RETRY_SECONDS);
        away.initCause(cause);
        return away;
    }

    /** SHA-256 in hexadecimal. */
    public static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }

    @Override
    public void close() {
        store.close();
    }
}

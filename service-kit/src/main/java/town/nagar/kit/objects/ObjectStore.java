package town.nagar.kit.objects;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** One bucket of an S3 store. Calls throw {@link SdkException} when it is away. */
public final class ObjectStore implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final URI url;
    private final String accessKey;
    private final String secretKey;
    private final String bucket;
    private final Object making = new Object();
    private Optional<S3Client> made = Optional.empty();

    /** An object's key and when it was last written. */
    public record Stored(String key, Instant modified) {}

    /** A bucket, whose client is made when it is first used: that takes a while. */
    public ObjectStore(URI url, String accessKey, String secretKey, String bucket) {
        this.url = url;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.bucket = bucket;
    }

    private S3Client client() {
        synchronized (making) {
            if (made.isEmpty()) {
                made = Optional.of(make());
            }
            return made.get();
        }
    }

    private S3Client make() {
        return S3Client.builder()
                .endpointOverride(url)
                .region(Region.AP_SOUTH_1)
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .credentialsProvider(credentials())
                .httpClient(
                        UrlConnectionHttpClient.builder()
                                .connectionTimeout(CONNECT)
                                .socketTimeout(ANSWER)
                                .build())
                .build();
    }

    /** Without keys the store is asked as anyone. */
    private AwsCredentialsProvider credentials() {
        return accessKey.isBlank()
                ? AnonymousCredentialsProvider.create()
                : StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(accessKey, secretKey));
    }

    /** The bucket's name. */
    public String bucket() {
        return bucket;
    }

    /** Writes an object from a file, over one of the same key. */
    public void put(String key, Path file) {
        put(key, RequestBody.fromFile(file));
    }

    /** Writes an object, over one of the same key. */
    public void put(String key, byte[] bytes) {
        put(key, RequestBody.fromBytes(bytes));
    }

    private void put(String key, RequestBody body) {
        try {
            client().putObject(request -> request.bucket(bucket).key(key), body);
        } catch (NoSuchBucketException e) {
            makeBucket();
            client().putObject(request -> request.bucket(bucket).key(key), body);
        }
    }

    private void makeBucket() {
        try {
            client().createBucket(request -> request.bucket(bucket));
        } catch (BucketAlreadyOwnedByYouException | BucketAlreadyExistsException e) {
            return; // somebody else was faster
        }
    }

    /** Reads an object into a file that does not exist yet. */
    public void get(String key, Path file) {
        client().getObject(
                        request -> request.bucket(bucket).key(key),
                        ResponseTransformer.toFile(file));
    }

    /** An object's bytes, or empty if there is none of this key. */
    public Optional<byte[]> find(String key) {
        try {
            return Optional.of(
                    client().getObjectAsBytes(request -> request.bucket(bucket).key(key))
                            .asByteArray());
        } catch (NoSuchKeyException | NoSuchBucketException e) {
            return Optional.empty();
        }
    }

    /** Removes an object, if there is one. */
    public void remove(String key) {
        client().deleteObject(request -> request.bucket(bucket).key(key));
    }

    /** The objects whose keys begin so. */
    public List<Stored> list(String prefix) {
        try {
            return client()
                    .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
                    .contents()
                    .stream()
                    .map(object -> new Stored(object.key(), object.lastModified()))
                    .toList();
        } catch (NoSuchBucketException e) {
            return List.of();
        }
    }

    /** Whether the store answers to our keys. */
    public boolean answers() {
        try {
            client().listBuckets();
            return true;
        } catch (SdkException e) {
            return false;
        }
    }

    @Override
    public void close() {
        synchronized (making) {
            made.ifPresent(S3Client::close);
        }
    }
}

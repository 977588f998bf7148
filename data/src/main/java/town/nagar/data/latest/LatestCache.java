package town.nagar.data.latest;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The newest values in Redis, as the streams wrote them: hashes of {@code t} and {@code v}. */
public final class LatestCache implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final ClientResources resources;
    private final RedisClient client;
    private Optional<StatefulRedisConnection<String, byte[]>> connection = Optional.empty();
    private final Object opening = new Object();
    private final InstantSource clock;
    private Instant refusedUntil = Instant.MIN;

    /** A newest value: when it was measured, in milliseconds, and its JSON object. */
    static final class Entry {
        private final long epochMillis;
        private final byte[] json;

        Entry(long epochMillis, byte[] json) {
            this.epochMillis = epochMillis;
            this.json = json;
        }

        long epochMillis() {
            return epochMillis;
        }

        /** Not a copy: only to be written out. */
        byte[] json() {
            return json;
        }
    }

    /** The cache cannot be asked now. */
    static final class CacheAway extends Exception {
        private static final long serialVersionUID = 1L;

        private CacheAway(Throwable cause) {
            super("the cache of newest values does not answer", cause);
        }
    }

    public LatestCache(String url, InstantSource clock) {
        this.clock = clock;
        resources =
                ClientResources.builder().ioThreadPoolSize(2).computationThreadPoolSize(2).build();
        RedisURI uri = RedisURI.create(url);
        uri.setTimeout(PATIENCE);
        client = RedisClient.create(resources, uri);
        client.setOptions(
                ClientOptions.builder()
                        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                        .socketOptions(SocketOptions.builder().connectTimeout(PATIENCE).build())
                        .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
                        .build());
    }

    /**
     * The entries of the keys, in their order, empty where there is none; one round trip.
     *
     * @throws CacheAway if the server does not answer in half a second
     */
    List<Optional<Entry>> read(List<String> keys) throws CacheAway {
        try {
            var commands = open().async();
            List<RedisFuture<List<KeyValue<String, byte[]>>>> answers = new ArrayList<>();
            for (String key : keys) {
                answers.add(commands.hmget(key, "t", "v"));
            }
            List<Optional<Entry>> entries = new ArrayList<>(keys.size());
            for (RedisFuture<List<KeyValue<String, byte[]>>> answer : answers) {
                entries.add(entry(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)));
            }
            return entries;
        } catch (RedisException
                | ExecutionException
                | TimeoutException
                | CompletionException
                | IllegalStateException e) {
            throw new CacheAway(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CacheAway(e);
        }
    }

    private static Optional<Entry> entry(List<KeyValue<String, byte[]>> fields) {
        if (!fields.get(0).hasValue() || !fields.get(1).hasValue()) {
            return Optional.empty();
        }
        String time = new String(fields.get(0).getValue(), StandardCharsets.US_ASCII);
        return Optional.of(new Entry(Long.parseLong(time), fields.get(1).getValue()));
    }

    private StatefulRedisConnection<String, byte[]> open() {
        synchronized (opening) {
            if (connection.isEmpty()) {
                connection = Optional.of(connect());
            }
            return connection.get();
        }
    }

    /** After a failure the next try waits a second, so that answers do not queue up behind it. */
    private StatefulRedisConnection<String, byte[]> connect() {
        if (clock.instant().isBefore(refusedUntil)) {
            throw new RedisConnectionException("not tried again yet");
        }
        refusedUntil = clock.instant().plus(RETRY);
        return client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
    }

    /** Whether the server answers. */
    public boolean answers() {
        try {
            return open().async().ping().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) != null;
        } catch (RedisException | ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        resources.shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(1000);
    }
}

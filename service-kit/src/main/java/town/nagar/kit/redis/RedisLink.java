package town.nagar.kit.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One connection to a Redis server, made when it is first used, as loading its client takes a good
 * part of a second. While the server is away commands are refused, not kept.
 */
public final class RedisLink<K, V> implements AutoCloseable {
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final String URL = "redis[a-z+-]*://.+";

    private final String url;
    private final RedisCodec<K, V> codec;
    private final Duration patience;
    private final InstantSource clock;
    private final Object opening = new Object();
    private Optional<RedisClient> client = Optional.empty();
    private Optional<StatefulRedisConnection<K, V>> connection = Optional.empty();
    private Instant refusedUntil = Instant.MIN;
    private boolean closed;

    /**
     * A link that connects when it is first used.
     *
     * @param patience how long the server may take to connect and for each command
     * @throws IllegalArgumentException if the URL is none of Redis
     */
    public RedisLink(String url, RedisCodec<K, V> codec, Duration patience, InstantSource clock) {
        if (!url.matches(URL)) {
            throw new IllegalArgumentException("'%s' is no URL of Redis".formatted(url));
        }
        this.url = url;
        this.codec = codec;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * Commands to the server.
     *
     * @throws RedisException if it cannot be reached, and for a second after that without a try, so
     *     that answers do not queue up behind it
     * @throws IllegalStateException if the link is closed
     */
    public RedisAsyncCommands<K, V> commands() {
        return connection().async();
    }

    /**
     * Commands that wait for the server, as long as its patience.
     *
     * @throws RedisException as {@link #commands}; so does each command
     * @throws IllegalStateException if the link is closed
     */
    public RedisCommands<K, V> waitingCommands() {
        return connection().sync();
    }

    private StatefulRedisConnection<K, V> connection() {
        synchronized (opening) {
            if (closed) {
                throw new IllegalStateException("the link is closed");
            }
            if (connection.isEmpty()) {
                connection = Optional.of(connect());
            }
            return connection.get();
        }
    }

    private StatefulRedisConnection<K, V> connect() {
        if (clock.instant().isBefore(refusedUntil)) {
            throw new RedisConnectionException("not tried again yet");
        }
        refusedUntil = clock.instant().plus(RETRY);
        if (client.isEmpty()) {
            client = Optional.of(made());
        }
        return client.get().connect(codec);
    }

    private RedisClient made() {
        RedisURI uri = RedisURI.create(url);
        uri.setTimeout(patience);
        RedisClient made =
                RedisClient.create(
                        ClientResources.builder()
                                .ioThreadPoolSize(2)
                                .computationThreadPoolSize(2)
                                .build(),
                        uri);
        made.setOptions(
                ClientOptions.builder()
                        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                        .socketOptions(SocketOptions.builder().connectTimeout(patience).build())
                        .timeoutOptions(TimeoutOptions.enabled(patience))
                        .build());
        return made;
    }

    @Override
    public void close() {
        synchronized (opening) {
            closed = true;
            client.ifPresent(made -> {
                made.shutdown(Duration.ZERO, Duration.ofSeconds(1));
                made.getResources().shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(1000);
            });
        }
    }
}

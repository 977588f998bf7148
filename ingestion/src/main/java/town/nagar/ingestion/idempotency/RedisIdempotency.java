package town.nagar.ingestion.idempotency;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SetArgs;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Answers in Redis, shared by several instances. Throws lettuce's exceptions when it is away. */
final class RedisIdempotency implements Idempotency {
    private static final String PREFIX = "ingest-answer:";
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final RedisClient client;
    private @Nullable StatefulRedisConnection<String, byte[]> connection;

    RedisIdempotency(String url) {
        RedisURI uri = RedisURI.create(url);
        uri.setTimeout(PATIENCE);
        client = RedisClient.create(uri);
        client.setOptions(
                ClientOptions.builder()
                        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                        .socketOptions(SocketOptions.builder().connectTimeout(PATIENCE).build())
                        .build());
    }

    private synchronized StatefulRedisConnection<String, byte[]> connection() {
        if (connection == null) {
            connection = client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
        }
        return connection;
    }

    @Override
    public Claim claim(String key, String payloadHash) {
        byte[] running = Answer.running(payloadHash).encode();
        SetArgs ifAbsent = SetArgs.Builder.nx().ex(LEASE);
        String set = connection().sync().set(PREFIX + key, running, ifAbsent);
        if ("OK".equals(set)) {
            return new Claim.Fresh();
        }
        byte[] kept = connection().sync().get(PREFIX + key);
        return kept == null ? new Claim.Running() : Answer.decode(kept).claim(payloadHash);
    }

    @Override
    public void finish(String key, String payloadHash, int status, String body) {
        byte[] answer = new Answer(payloadHash, status, body).encode();
        connection().sync().set(PREFIX + key, answer, SetArgs.Builder.ex(KEPT));
    }

    @Override
    public void abandon(String key) {
        connection().sync().del(PREFIX + key);
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, PATIENCE);
    }
}

package town.nagar.ingestion.idempotency;

import io.lettuce.core.SetArgs;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.time.InstantSource;
import town.nagar.kit.redis.RedisLink;

/** Answers in Redis, shared by several instances. Throws lettuce's exceptions when it is away. */
final class RedisIdempotency implements Idempotency {
    private static final String PREFIX = "ingest-answer:";
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final RedisLink<String, byte[]> link;

    RedisIdempotency(String url, InstantSource clock) {
        link =
                new RedisLink<>(
                        url,
                        RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE),
                        PATIENCE,
                        clock);
    }

    @Override
    public Claim claim(String key, String payloadHash) {
        byte[] running = Answer.running(payloadHash).encode();
        SetArgs ifAbsent = SetArgs.Builder.nx().ex(LEASE);
        String set = link.waitingCommands().set(PREFIX + key, running, ifAbsent);
        if ("OK".equals(set)) {
            return new Claim.Fresh();
        }
        byte[] kept = link.waitingCommands().get(PREFIX + key);
        return kept == null ? new Claim.Running() : Answer.decode(kept).claim(payloadHash);
    }

    @Override
    public void finish(String key, String payloadHash, int status, String body) {
        byte[] answer = new Answer(payloadHash, status, body).encode();
        link.waitingCommands().set(PREFIX + key, answer, SetArgs.Builder.ex(KEPT));
    }

    @Override
    public void abandon(String key) {
        link.waitingCommands().del(PREFIX + key);
    }

    @Override
    public void close() {
        link.close();
    }
}

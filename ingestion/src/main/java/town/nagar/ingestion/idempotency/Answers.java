package town.nagar.ingestion.idempotency;

import io.lettuce.core.RedisException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Redis, and a file while Redis is away or where there is none. A key that was answered in the one
 * is not known in the other: then the batch is taken again, which changes nothing.
 */
public final class Answers implements Idempotency {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final long MAX_FILE_BYTES = 64L << 20;

    private final Idempotency shared;
    private final Idempotency local;
    private final InstantSource clock;
    private volatile long sharedAgainAtMillis;

    private Answers(Idempotency shared, Idempotency local, InstantSource clock) {
        this.shared = shared;
        this.local = local;
        this.clock = clock;
    }

    /** Answers in a file alone. */
    public static Idempotency inFile(Path file, InstantSource clock) {
        return new LocalIdempotency(file, clock, MAX_FILE_BYTES);
    }

    /**
     * Answers in Redis, and in a file while it is away.
     *
     * @param url {@code redis://[:password@]host:port}
     */
    public static Idempotency inRedis(String url, Path file, InstantSource clock) {
        return new Answers(new RedisIdempotency(url, clock), inFile(file, clock), clock);
    }

    @Override
    public Claim claim(String key, String payloadHash) {
        return ask(idempotency -> idempotency.claim(key, payloadHash));
    }

    @Override
    public void finish(String key, String payloadHash, int status, String body) {
        tell(idempotency -> idempotency.finish(key, payloadHash, status, body));
    }

    @Override
    public void abandon(String key) {
        tell(idempotency -> idempotency.abandon(key));
        local.abandon(key);
    }

    private void tell(Consumer<Idempotency> what) {
        Claim _ =
                ask(idempotency -> {
                    what.accept(idempotency);
                    return new Claim.Fresh();
                });
    }

    private Claim ask(Function<Idempotency, Claim> question) {
        if (clock.millis() >= sharedAgainAtMillis) {
            try {
                return question.apply(shared);
            } catch (RedisException e) {
                sharedAgainAtMillis = clock.millis() + PAUSE.toMillis();
                LOG.warn("redis does not answer, answers go to a file cause={}", e.toString());
            }
        }
        return question.apply(local);
    }

    @Override
    public void close() {
        shared.close();
        local.close();
    }
}

package town.nagar.data.latest;

import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import town.nagar.kit.redis.RedisLink;

/** The newest values in Redis, as the streams wrote them: hashes of {@code t} and {@code v}. */
public final class LatestCache implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final RedisLink<String, byte[]> link;

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
        link =
                new RedisLink<>(
                        url,
                        RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE),
                        PATIENCE,
                        clock);
    }

    /**
     * The entries of the keys, in their order, empty where there is none; one round trip.
     *
     * @throws CacheAway if the server does not answer in half a second
     */
    List<Optional<Entry>> read(List<String> keys) throws CacheAway {
        try {
            var commands = link.commands();
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

    /** Whether the server answers. */
    public boolean answers() {
        try {
            return link.commands().ping().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) != null;
        } catch (RedisException | ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        link.close();
    }
}

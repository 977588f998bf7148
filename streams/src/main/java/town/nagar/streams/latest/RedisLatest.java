package town.nagar.streams.latest;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisException;

/** One connection that stores newest values, never an older over a newer one. */
final class RedisLatest implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 2000;

    /** The protocol is fixed: nothing here asks for what the newer one has. */
    private static final JedisClientConfig CONFIG =
            DefaultJedisClientConfig.builder()
                    .timeoutMillis(TIMEOUT_MILLIS)
                    .protocol(RedisProtocol.RESP2)
                    .autoNegotiateProtocol(false)
                    .build();

    private static final String STORE_IF_NEWER =
            """
            local known = redis.call('HGET', KEYS[1], 't')
            if not known or tonumber(known) <= tonumber(ARGV[1]) then
                redis.call('HSET', KEYS[1], 't', ARGV[1], 'v', ARGV[2])
                return 1
            end
            return 0
            """;

    private final URI address;
    private Optional<Jedis> open = Optional.empty();
    private String script = "";

    RedisLatest(URI address) {
        this.address = address;
    }

    /** A value to store. */
    record Entry(String key, long timeMillis, String json) {}

    /**
     * Stores entries in one round trip.
     *
     * @throws JedisException if not all could be stored; it does no harm to store them again
     */
    void store(List<Entry> entries) {
        try {
            Jedis redis = redis();
            List<Response<Object>> answers = new ArrayList<>(entries.size());
            try (Pipeline pipeline = redis.pipelined()) {
                for (Entry entry : entries) {
                    answers.add(
                            pipeline.evalsha(
                                    script,
                                    List.of(entry.key()),
                                    List.of(Long.toString(entry.timeMillis()), entry.json())));
                }
                pipeline.sync();
            }
            answers.forEach(Response::get);
        } catch (JedisException e) {
            close();
            throw e;
        }
    }

    private Jedis redis() {
        if (open.isEmpty()) {
            Jedis redis = new Jedis(address, CONFIG);
            open = Optional.of(redis);
            script = redis.scriptLoad(STORE_IF_NEWER);
        }
        return open.get();
    }

    /** Drops the connection; the next entries make a new one. */
    @Override
    public void close() {
        open.ifPresent(RedisLatest::closeQuietly);
        open = Optional.empty();
    }

    private static void closeQuietly(Jedis redis) {
        try {
            redis.close();
        } catch (JedisException e) { // it was broken already
            org.slf4j.LoggerFactory.getLogger(RedisLatest.class)
                    .debug("closing a broken connection: {}", e.getMessage());
        }
    }
}

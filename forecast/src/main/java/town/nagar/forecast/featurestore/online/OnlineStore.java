package town.nagar.forecast.featurestore.online;

import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.forecast.feature.FeatureRef;
import town.nagar.forecast.feature.FeatureView;
import town.nagar.forecast.featurestore.online.FeastBytes.CorruptBytes;
import town.nagar.forecast.featurestore.row.EntityRow;
import town.nagar.forecast.featurestore.row.FeatureValue;
import town.nagar.forecast.featurestore.row.Found;
import town.nagar.kit.redis.RedisLink;

/**
 * The newest features of each entity in Redis, one hash an entity, byte for byte as Feast keeps
 * them: either may read what the other wrote.
 */
public final class OnlineStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OnlineStore.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int BATCH = 100;

    private final RedisLink<byte[], byte[]> link;
    private final String project;
    private final long keySeconds;
    private final InstantSource clock;

    /** The server cannot be asked now. */
    public static final class StoreAway extends Exception {
        private static final long serialVersionUID = 1L;

        private StoreAway(Throwable cause) {
            super("the store of online features does not answer", cause);
        }
    }

    /**
     * A store that connects when it is first used.
     *
     * @param project ends each key
     * @param keyTtl after which an entity that nobody writes is forgotten
     */
    public OnlineStore(String url, String project, Duration keyTtl, InstantSource clock) {
        this.project = project;
        this.keySeconds = keyTtl.toSeconds();
        this.clock = clock;
        link = new RedisLink<>(url, ByteArrayCodec.INSTANCE, PATIENCE, clock);
    }

    /**
     * Writes rows, save those not newer than what is there, in batches of 100.
     *
     * <p>As with Feast, asking for the time and writing are two steps: of two writers at once the
     * later one may win.
     *
     * @return how many were written
     * @throws StoreAway if the server does not answer; what was written stays
     */
    public int write(FeatureView view, List<EntityRow> rows) throws StoreAway {
        int written = 0;
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<EntityRow> batch = rows.subList(from, Math.min(rows.size(), from + BATCH));
            written += writeBatch(view, batch);
        }
        return written;
    }

    private int writeBatch(FeatureView view, List<EntityRow> rows) throws StoreAway {
        var commands = commands();
        byte[] timeField = FeastBytes.timeField(view);
        List<RedisFuture<byte[]>> times = new ArrayList<>();
        for (EntityRow row : rows) {
            times.add(commands.hget(key(view, row.entity()), timeField));
        }
        List<byte[]> fields = fields(view);
        List<RedisFuture<?>> writes = new ArrayList<>();
        int written = 0;
        for (int i = 0; i < times.size(); i++) {
            if (isNewer(rows.get(i), answer(times.get(i)), view)) {
                write(view, rows.get(i), fields, commands, writes);
                written++;
            }
        }
        for (RedisFuture<?> write : writes) {
            answer(write);
        }
        return written;
    }

    private static List<byte[]> fields(FeatureView view) {
        return view.kept().stream()
                .map(feature -> FeastBytes.field(new FeatureRef(view, feature)))
                .toList();
    }

    private byte[] key(FeatureView view, FeatureValue entity) {
        return FeastBytes.key(view.entity(), entity, project);
    }

    /** Whether a row may be written; over a time that cannot be read, any may. */
    private static boolean isNewer(EntityRow row, Optional<byte[]> before, FeatureView view) {
        try {
            return before.isEmpty()
                    || row.at().getEpochSecond() > FeastBytes.time(before.get()).getEpochSecond();
        } catch (CorruptBytes e) {
            LOG.warn("unreadable time overwritten view={} entity={}", view.name(), row.entity());
            return true;
        }
    }

    private void write(
            FeatureView view,
            EntityRow row,
            List<byte[]> fields,
            RedisAsyncCommands<byte[], byte[]> commands,
            List<RedisFuture<?>> writes) {
        byte[] key = key(view, row.entity());
        CommandArgs<byte[], byte[]> hash = new CommandArgs<>(ByteArrayCodec.INSTANCE).addKey(key);
        hash.add(FeastBytes.timeField(view)).add(FeastBytes.time(row.at()));
        for (int i = 0; i < fields.size(); i++) {
            hash.add(fields.get(i)).add(FeastBytes.value(row.values().get(i)));
        }
        writes.add(
                commands.dispatch(
                        CommandType.HSET, new IntegerOutput<>(ByteArrayCodec.INSTANCE), hash));
        writes.add(commands.expire(key, keySeconds));
    }

    /**
     * Looks features of one view up.
     *
     * @return for each entity what was found of each feature, in the order asked
     * @throws StoreAway if the server does not answer
     */
    public List<List<Found>> read(List<FeatureRef> features, List<FeatureValue> entities)
            throws StoreAway {
        FeatureView view = features.getFirst().view();
        List<byte[]> fields = new ArrayList<>(List.of(FeastBytes.timeField(view)));
        features.forEach(ref -> fields.add(FeastBytes.field(ref)));
        byte[][] asked = fields.toArray(byte[][]::new);
        var commands = commands();
        List<RedisFuture<List<KeyValue<byte[], byte[]>>>> answers = new ArrayList<>();
        for (FeatureValue entity : entities) {
            answers.add(commands.hmget(key(view, entity), asked));
        }
        List<List<Found>> found = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            found.add(found(new FoundFeatures(features, entities.get(i)), answers.get(i)));
        }
        return found;
    }

    private List<Found> found(
            FoundFeatures asked, RedisFuture<List<KeyValue<byte[], byte[]>>> answer)
            throws StoreAway {
        try {
            return asked.in(answer(answer).orElseThrow(), clock.instant());
        } catch (StoreAway e) {
            if (e.getCause() instanceof RedisCommandExecutionException refused) {
                return asked.unreadable(refused); // such as a key that holds no hash
            }
            throw e;
        }
    }

    private static <T> Optional<T> answer(RedisFuture<T> future) throws StoreAway {
        try {
            return Optional.ofNullable(future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            throw new StoreAway(Optional.ofNullable(e.getCause()).orElse(e));
        } catch (TimeoutException e) {
            throw new StoreAway(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreAway(e);
        }
    }

    private RedisAsyncCommands<byte[], byte[]> commands() throws StoreAway {
        try {
            return link.commands();
        } catch (RedisException | IllegalStateException e) {
            throw new StoreAway(e);
        }
    }

    @Override
    public void close() {
        link.close();
    }
}

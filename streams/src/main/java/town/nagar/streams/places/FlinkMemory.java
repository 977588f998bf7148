package town.nagar.streams.places;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.FlinkRuntimeException;
import town.nagar.contracts.readings.Aggregate;
import town.nagar.streams.alerts.Episode;
import town.nagar.streams.alerts.EpisodeCodec;
import town.nagar.streams.window.Slice;
import town.nagar.streams.window.SliceCodec;
import town.nagar.streams.wire.AggregateCodec;
import town.nagar.streams.wire.CompactType;

/**
 * The memory of all places in keyed state, and that of the latest used ones on the heap beside it:
 * what is written goes to both, what is read comes from the heap. State alone would be read through
 * from its first entry each time, and through all that it has forgotten.
 */
final class FlinkMemory implements PlaceMemory {
    private static final int PLACES_ON_HEAP = 4_096;

    private final Duration grace;
    private final Supplier<String> place;
    private final MapState<String, Slice> slices;
    private final MapState<String, Aggregate> results;
    private final MapState<String, Episode> episodes;
    private final Map<String, Recollection> onHeap = new LatestUsed();

    /** The latest used places, and no more. */
    private static final class LatestUsed extends LinkedHashMap<String, Recollection> {
        private static final float LOAD = 0.75f;

        private LatestUsed() {
            super(16, LOAD, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Recollection> eldest) {
            return size() > PLACES_ON_HEAP;
        }
    }

    /**
     * A memory.
     *
     * @param place tells the current key
     */
    FlinkMemory(RuntimeContext context, Duration grace, Supplier<String> place) {
        this.grace = grace;
        this.place = place;
        this.slices = map(context, "slices", CompactType.of(new SliceCodec()));
        this.results = map(context, "results", CompactType.of(new AggregateCodec()));
        this.episodes = map(context, "episodes", CompactType.of(new EpisodeCodec()));
    }

    private static <V> MapState<String, V> map(
            RuntimeContext context, String name, TypeInformation<V> type) {
        return context.getMapState(new MapStateDescriptor<>(name, Types.STRING, type));
    }

    /** A use of state; that it fails stops the job. */
    @FunctionalInterface
    private interface Use<T> {
        T apply() throws Exception;
    }

    private static <T> T use(Use<T> use) {
        try {
            return use.apply();
        } catch (Exception e) { // whatever the backend throws
            throw new FlinkRuntimeException("state cannot be used", e);
        }
    }

    private static <V> void set(MapState<String, V> state, String key, V value) {
        use(() -> {
            state.put(key, value);
            return true;
        });
    }

    private static <V> void remove(MapState<String, V> state, String key) {
        use(() -> {
            state.remove(key);
            return true;
        });
    }

    private Recollection here() {
        return onHeap.computeIfAbsent(place.get(), _ -> read());
    }

    private Recollection read() {
        Recollection recollection = new Recollection();
        use(slices::values).forEach(recollection::put);
        use(results::values).forEach(recollection::put);
        return recollection;
    }

    @Override
    public void put(Slice slice) {
        here().put(slice);
        set(slices, Recollection.SliceKey.of(slice).word(), slice);
    }

    @Override
    public List<Slice> slices(Instant from, Instant until) {
        return here().slices(from, until);
    }

    @Override
    public void forgetSlicesBefore(Instant end) {
        here().forgetSlicesBefore(end, key -> remove(slices, key.word()));
    }

    @Override
    public void put(Aggregate result) {
        here().put(result);
        set(results, Recollection.ResultKey.of(result).word(), result);
    }

    @Override
    public List<Aggregate> results(String kind) {
        return here().results(kind);
    }

    @Override
    public void forgetResultsBefore(String kind, Instant end) {
        here().forgetResultsBefore(kind, end, key -> remove(results, key.word()));
    }

    @Override
    public Optional<Episode> episode(String rule, String placeId) {
        return use(() -> Optional.ofNullable(episodes.get(rule + "/" + placeId)));
    }

    @Override
    public void put(String rule, String placeId, Optional<Episode> episode) {
        String key = rule + "/" + placeId;
        episode.ifPresentOrElse(open -> set(episodes, key, open), () -> remove(episodes, key));
    }

    @Override
    public Duration grace() {
        return grace;
    }
}

package town.nagar.streams.places;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.FlinkRuntimeException;
import town.nagar.contracts.readings.Aggregate;
import town.nagar.streams.alerts.Episode;
import town.nagar.streams.alerts.EpisodeCodec;
import town.nagar.streams.window.Slice;
import town.nagar.streams.window.SliceCodec;
import town.nagar.streams.wire.AggregateCodec;
import town.nagar.streams.wire.CompactType;

/** A place's memory in keyed state. */
final class FlinkMemory implements PlaceMemory {
    private final Duration grace;
    private final MapState<String, Slice> slices;
    private final MapState<String, Aggregate> results;
    private final MapState<String, Episode> episodes;

    FlinkMemory(RuntimeContext context, Duration grace) {
        this.grace = grace;
        this.slices =
                context.getMapState(
                        new MapStateDescriptor<>(
                                "slices", Types.STRING, CompactType.of(new SliceCodec())));
        this.results =
                context.getMapState(
                        new MapStateDescriptor<>(
                                "results", Types.STRING, CompactType.of(new AggregateCodec())));
        this.episodes =
                context.getMapState(
                        new MapStateDescriptor<>(
                                "episodes", Types.STRING, CompactType.of(new EpisodeCodec())));
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

    private static <V> boolean set(MapState<String, V> state, String key, V value) {
        return use(() -> {
            state.put(key, value);
            return true;
        });
    }

    @Override
    public void put(Slice slice) {
        set(slices, slice.domain() + "/" + slice.start() + "/" + slice.sensorId(), slice);
    }

    @Override
    public List<Slice> slices() {
        List<Slice> all = new ArrayList<>();
        use(slices::values).forEach(all::add);
        return all;
    }

    @Override
    public void forgetSlicesBefore(Instant end) {
        forget(slices, slice -> slice.end() < end.toEpochMilli());
    }

    @Override
    public void put(Aggregate result) {
        set(
                results,
                result.kind()
                        + "/"
                        + result.windowEnd().toEpochMilli()
                        + "/"
                        + result.labels().getOrDefault("sensor_id", ""),
                result);
    }

    @Override
    public List<Aggregate> results(String kind) {
        List<Aggregate> all = new ArrayList<>();
        for (Aggregate result : use(results::values)) {
            if (result.kind().equals(kind)) {
                all.add(result);
            }
        }
        return all;
    }

    @Override
    public void forgetResultsBefore(String kind, Instant end) {
        forget(results, result -> result.kind().equals(kind) && result.windowEnd().isBefore(end));
    }

    private static <V> void forget(MapState<String, V> state, Predicate<V> old) {
        Iterator<Map.Entry<String, V>> entries = use(state::iterator);
        while (entries.hasNext()) {
            if (old.test(entries.next().getValue())) {
                entries.remove();
            }
        }
    }

    @Override
    public Optional<Episode> episode(String rule, String placeId) {
        return use(() -> Optional.ofNullable(episodes.get(rule + "/" + placeId)));
    }

    @Override
    public void put(String rule, String placeId, Optional<Episode> episode) {
        String key = rule + "/" + placeId;
        use(() -> {
            if (episode.isPresent()) {
                episodes.put(key, episode.get());
            } else {
                episodes.remove(key);
            }
            return true;
        });
    }

    @Override
    public Duration grace() {
        return grace;
    }
}

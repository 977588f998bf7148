package town.nagar.streams.places;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import town.nagar.contracts.readings.Aggregate;
import town.nagar.streams.window.Slice;

/** One place's slices and results on the heap, in order of time. */
final class Recollection {
    private static final Comparator<SliceKey> BY_TIME =
            Comparator.comparingLong(SliceKey::start)
                    .thenComparing(SliceKey::sensorId)
                    .thenComparing(SliceKey::domain);

    private static final Comparator<ResultKey> BY_END =
            Comparator.comparing(ResultKey::kind)
                    .thenComparing(ResultKey::end)
                    .thenComparing(ResultKey::sensorId);

    private final NavigableMap<SliceKey, Slice> slices = new TreeMap<>(BY_TIME);
    private final NavigableMap<ResultKey, Aggregate> results = new TreeMap<>(BY_END);

    /** By which a slice replaces an earlier version of itself. */
    record SliceKey(long start, String sensorId, String domain) {
        static SliceKey of(Slice slice) {
            return new SliceKey(slice.start(), slice.sensorId(), slice.domain().word());
        }

        private static SliceKey from(Instant time) {
            return new SliceKey(time.toEpochMilli(), "", "");
        }

        /** The key as a word. */
        String word() {
            return domain + "/" + start + "/" + sensorId;
        }
    }

    /** By which a result replaces an earlier version of itself. */
    record ResultKey(String kind, Instant end, String sensorId) {
        static ResultKey of(Aggregate result) {
            return new ResultKey(
                    result.kind(),
                    result.windowEnd(),
                    result.labels().getOrDefault("sensor_id", ""));
        }

        /** The key as a word. */
        String word() {
            return kind + "/" + end.toEpochMilli() + "/" + sensorId;
        }
    }

    void put(Slice slice) {
        slices.put(SliceKey.of(slice), slice);
    }

    List<Slice> slices(Instant from, Instant until) {
        List<Slice> between = new ArrayList<>();
        for (Slice slice :
                slices.subMap(SliceKey.from(from), true, SliceKey.from(until), false).values()) {
            if (slice.end() <= until.toEpochMilli()) {
                between.add(slice);
            }
        }
        return between;
    }

    /** Forgets the oldest slices as far as they end before a time, and tells which they were. */
    void forgetSlicesBefore(Instant end, Consumer<SliceKey> forgotten) {
        Iterator<Map.Entry<SliceKey, Slice>> oldest = slices.entrySet().iterator();
        boolean old = true;
        while (old && oldest.hasNext()) {
            Map.Entry<SliceKey, Slice> next = oldest.next();
            old = next.getValue().end() < end.toEpochMilli();
            if (old) {
                oldest.remove();
                forgotten.accept(next.getKey());
            }
        }
    }

    void put(Aggregate result) {
        results.put(ResultKey.of(result), result);
    }

    List<Aggregate> results(String kind) {
        return List.copyOf(of(kind, Instant.MAX).values());
    }

    /** The view of a kind's results whose windows end before a time. */
    private Map<ResultKey, Aggregate> of(String kind, Instant end) {
        return results.subMap(
                new ResultKey(kind, Instant.MIN, ""), true, new ResultKey(kind, end, ""), false);
    }

    /** Forgets a kind's results of windows that end before a time, and tells which they were. */
    void forgetResultsBefore(String kind, Instant end, Consumer<ResultKey> forgotten) {
        Map<ResultKey, Aggregate> old = of(kind, end);
        old.keySet().forEach(forgotten);
        old.clear();
    }
}

package town.nagar.forecast.featurestore.offline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import town.nagar.kit.objects.ObjectStore.Stored;

/**
 * The objects of a day of a view, and when each was last written.
 *
 * @param pieces as they were written
 * @param whole one a version of the view, where pieces were put together
 */
record DayObjects(
        String view, LocalDate day, Map<RowsKey, Instant> pieces, Map<RowsKey, Instant> whole) {

    private static DayObjects none(RowsKey key) {
        return new DayObjects(key.view(), key.day(), new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /** The days of all views; objects that are not ours are left out. */
    static Collection<DayObjects> of(List<Stored> objects) {
        Map<String, DayObjects> days = new TreeMap<>();
        for (Stored object : objects) {
            RowsKey.find(object.key())
                    .ifPresent(key ->
                            days.computeIfAbsent(key.view() + "/" + key.day(), _ -> none(key))
                                    .add(key, object.modified()));
        }
        return days.values();
    }

    private void add(RowsKey key, Instant modified) {
        (key.isPiece() ? pieces : whole).put(key, modified);
    }

    /** When the day ended, in UTC. */
    Instant end() {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Whether the object of a whole day was last written before a time. */
    boolean writtenBefore(RowsKey key, Instant time) {
        return whole.getOrDefault(key, Instant.MAX).isBefore(time);
    }

    List<RowsKey> all() {
        List<RowsKey> all = new ArrayList<>(pieces.keySet());
        all.addAll(whole.keySet());
        return all;
    }
}

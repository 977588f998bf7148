package town.nagar.forecast.featurestore.offline;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import town.nagar.kit.objects.ObjectStore;

/** The pieces of one day put together, one object a version of the view. */
final class DayCompaction {
    private final ObjectStore objects;
    private final DayObjects day;
    private final Duck duck;
    private final Map<RowsKey, Path> whole;
    private final Map<RowsKey, Set<String>> held = new HashMap<>();

    DayCompaction(ObjectStore objects, DayObjects day, Duck duck) throws IOException, SQLException {
        this.objects = objects;
        this.day = day;
        this.duck = duck;
        this.whole = copies(List.copyOf(day.whole().keySet()), "whole");
        for (Map.Entry<RowsKey, Path> one : whole.entrySet()) {
            held.put(one.getKey(), DayFile.held(List.of(one.getValue()), duck));
        }
    }

    private Map<RowsKey, Path> copies(List<RowsKey> keys, String name) throws IOException {
        return OfflineStore.copies(keys, objects, duck.folder().resolve(name));
    }

    /**
     * Writes what no object holds yet.
     *
     * @return the keys written
     */
    List<String> write() throws IOException, SQLException {
        Map<String, Map<RowsKey, Path>> versions = new TreeMap<>();
        for (Map.Entry<RowsKey, Path> piece : copies(apart(), "pieces").entrySet()) {
            versions.computeIfAbsent(DayFile.version(piece.getValue(), duck), _ -> new HashMap<>())
                    .put(piece.getKey(), piece.getValue());
        }
        List<String> written = new ArrayList<>();
        for (Map.Entry<String, Map<RowsKey, Path>> version : versions.entrySet()) {
            RowsKey key = RowsKey.ofDay(day.view(), day.day(), version.getKey());
            write(key, version.getValue());
            written.add(key.words());
        }
        return written;
    }

    private List<RowsKey> apart() {
        Set<String> known = new HashSet<>();
        held.values().forEach(known::addAll);
        return day.pieces().keySet().stream().filter(key -> !known.contains(key.words())).toList();
    }

    /** What it held before it goes on to hold, as long as those pieces are there. */
    private void write(RowsKey to, Map<RowsKey, Path> pieces) throws SQLException {
        Set<String> names = new TreeSet<>();
        day.pieces().keySet().forEach(key -> names.add(key.words()));
        names.retainAll(held.getOrDefault(to, Set.of()));
        pieces.keySet().forEach(key -> names.add(key.words()));
        List<Path> from = new ArrayList<>(pieces.values());
        if (whole.containsKey(to)) {
            from.add(whole.get(to));
        }
        Path file = duck.folder().resolve(to.name() + ".parquet");
        DayFile.write(from, names, file, duck);
        objects.put(to.words(), file);
    }

    /**
     * Removes the pieces that an object holds.
     *
     * @param before when that was written
     * @return their keys
     */
    List<String> removeHeld(Instant before) {
        List<String> removed = new ArrayList<>();
        for (RowsKey piece : day.pieces().keySet()) {
            boolean isHeld =
                    held.entrySet().stream()
                            .anyMatch(one ->
                                    one.getValue().contains(piece.words())
                                            && day.writtenBefore(one.getKey(), before));
            if (isHeld) {
                objects.remove(piece.words());
                removed.add(piece.words());
            }
        }
        return removed;
    }
}

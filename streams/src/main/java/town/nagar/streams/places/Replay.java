package town.nagar.streams.places;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import town.nagar.contracts.alerts.AlertEvent;
import town.nagar.contracts.readings.Aggregate;
import town.nagar.streams.alerts.Episode;
import town.nagar.streams.reference.ReferenceBook;
import town.nagar.streams.window.Slice;

/**
 * Runs a place logic over slices that are all there, without Flink: what a stream would have found.
 */
public final class Replay {
    private final PlaceLogic logic;
    private final ReferenceBook book;
    private final List<Aggregate> results = new ArrayList<>();
    private final List<AlertEvent> alerts = new ArrayList<>();

    public Replay(PlaceLogic logic, ReferenceBook book) {
        this.logic = logic;
        this.book = book;
    }

    /** Runs over slices in any order, place by place. */
    public void run(List<Slice> slices) {
        Map<String, List<Slice>> byPlace = new TreeMap<>();
        for (Slice slice : slices) {
            for (String place : logic.places(slice, book)) {
                byPlace.computeIfAbsent(place, none -> new ArrayList<>()).add(slice);
            }
        }
        byPlace.forEach(this::runPlace);
    }

    private void runPlace(String place, List<Slice> slices) {
        PlaceMemory memory = new PlainMemory();
        TreeSet<Long> ends = new TreeSet<>();
        for (Slice slice : slices) {
            memory.put(slice);
            ends.addAll(logic.windowEnds(place, slice));
        }
        for (long end : ends) {
            new Evaluation(
                            logic,
                            place,
                            Instant.ofEpochMilli(end),
                            book,
                            memory,
                            false,
                            results::add,
                            alerts::add)
                    .run();
        }
    }

    /** Results so far, place by place in order of time. */
    public List<Aggregate> results() {
        return List.copyOf(results);
    }

    /** Steps of episodes so far, place by place in order of time. */
    public List<AlertEvent> alerts() {
        return List.copyOf(alerts);
    }

    /** A place's memory in maps. */
    private static final class PlainMemory implements PlaceMemory {
        private final Recollection recollection = new Recollection();
        private final Map<String, Episode> episodes = new HashMap<>();

        @Override
        public void put(Slice slice) {
            recollection.put(slice);
        }

        @Override
        public List<Slice> slices(Instant from, Instant until) {
            return recollection.slices(from, until);
        }

        @Override
        public void forgetSlicesBefore(Instant end) {
            recollection.forgetSlicesBefore(end, _ -> {});
        }

        @Override
        public void put(Aggregate result) {
            recollection.put(result);
        }

        @Override
        public List<Aggregate> results(String kind) {
            return recollection.results(kind);
        }

        @Override
        public void forgetResultsBefore(String kind, Instant end) {
            recollection.forgetResultsBefore(kind, end, _ -> {});
        }

        @Override
        public Optional<Episode> episode(String rule, String placeId) {
            return Optional.ofNullable(episodes.get(rule + "/" + placeId));
        }

        @Override
        public void put(String rule, String placeId, Optional<Episode> episode) {
            String key = rule + "/" + placeId;
            episode.ifPresentOrElse(open -> episodes.put(key, open), () -> episodes.remove(key));
        }

        @Override
        public Duration grace() {
            return Duration.ZERO;
        }
    }
}

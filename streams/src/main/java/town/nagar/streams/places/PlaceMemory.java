package town.nagar.streams.places;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import town.nagar.contracts.readings.Aggregate;
import town.nagar.streams.alerts.Episode;
import town.nagar.streams.window.Slice;

/** What is remembered of the current place: in Flink's state, or in plain maps. */
interface PlaceMemory {
    void put(Slice slice);

    /** Slices that lie between two times, in order of their starts and then of their sensors. */
    List<Slice> slices(Instant from, Instant until);

    /** Forgets slices that end before a time. */
    void forgetSlicesBefore(Instant end);

    void put(Aggregate result);

    /** All results remembered of a kind, in order of their windows' ends. */
    List<Aggregate> results(String kind);

    void forgetResultsBefore(String kind, Instant end);

    Optional<Episode> episode(String rule, String placeId);

    void put(String rule, String placeId, Optional<Episode> episode);

    /** How long slices and results are kept beyond what windows need, for late ones. */
    Duration grace();
}

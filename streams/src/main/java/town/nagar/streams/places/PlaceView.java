package town.nagar.streams.places;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import town.nagar.contracts.readings.Aggregate;
import town.nagar.streams.reference.ReferenceBook;
import town.nagar.streams.window.Slice;

/** What is known of a place at the end of a window. */
public interface PlaceView {
    String place();

    /** The end of the window. */
    Instant end();

    /**
     * Slices that lie between the end less a time and the end, of all sensors, by start and sensor.
     */
    List<Slice> slices(Duration back);

    /**
     * Own earlier results of a kind whose windows ended after the end less a time, by window end.
     */
    List<Aggregate> results(String kind, Duration back);

    ReferenceBook book();

    /** The newest own result of a kind, ended within a time. */
    default Optional<Aggregate> newest(String kind, Duration back) {
        List<Aggregate> results = results(kind, back);
        return results.isEmpty() ? Optional.empty() : Optional.of(results.getLast());
    }

    /** Whether the end is the end of a period of this length. */
    default boolean ends(Duration period) {
        long end = end().toEpochMilli();
        return town.nagar.streams.window.Buckets.startOf(end, period) == end;
    }
}

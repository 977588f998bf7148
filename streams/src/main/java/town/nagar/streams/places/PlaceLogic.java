package town.nagar.streams.places;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import town.nagar.streams.reference.ReferenceBook;
import town.nagar.streams.window.Slice;

/**
 * What a domain makes of the slices of one place. Pure: the same slices give the same findings,
 * whether they come from a stream or from a table years later.
 */
public interface PlaceLogic extends Serializable {
    /** The places whose findings a slice can change. */
    List<String> places(Slice slice, ReferenceBook book);

    /**
     * The ends of all windows of a place that hold a slice, in epoch milliseconds; none earlier
     * than the slice's own end.
     */
    List<Long> windowEnds(String place, Slice slice);

    /** How long slices must be remembered: the longest window over slices. */
    Duration keepSlices();

    /** The kinds of own results that later windows look back at, and how long those are kept. */
    Map<String, Duration> keepResults();

    /**
     * Finds what there is to find in the windows that end at a time. It is called in order of time;
     * and again, out of order, for windows that late slices changed.
     */
    void evaluate(PlaceView view, Findings findings);
}

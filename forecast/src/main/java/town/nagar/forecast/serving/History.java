package town.nagar.forecast.serving;

import java.io.IOException;
import java.util.Map;
import town.nagar.forecast.series.TimeGrid;

/** What has been measured and stored. */
public interface History {
    /**
     * The values of a measure at all places that have any.
     *
     * @param grid in Indian time
     * @return one array a place, one slot a time; NaN where nothing is stored
     * @throws IOException if the store does not answer, or not in its shape
     */
    Map<String, double[]> read(Measure measure, TimeGrid grid) throws IOException;

    /**
     * Whether there is such a place, with values or not.
     *
     * @throws IOException if the store does not answer
     */
    boolean knows(Measure measure, String place) throws IOException;

    /**
     * The ward each place lies in, of those where it is known.
     *
     * @throws IOException if the store does not answer, or not in its shape
     */
    default Map<String, String> wards(Measure measure) throws IOException {
        return Map.of();
    }
}

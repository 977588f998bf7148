package town.nagar.forecast.serving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import town.nagar.forecast.feature.FeatureSet;
import town.nagar.forecast.series.Panel;

/** A measure's values at all places up to now, stored and generated, and their features. */
final class PlacesNow {
    private final Measure measure;
    private final int origin;
    private final Panel panel;
    private final boolean[][] stored;
    private final Remade<FeatureSet> features;
    private final double[] scales;
    private final List<String> complaints = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final int[] fingerprints;

    /**
     * What is known of places.
     *
     * @param origin the first time that is forecast
     * @param stored whether each value of the panel before the origin is a stored one
     * @param features made of the panel, the same each time
     */
    PlacesNow(
            Measure measure,
            int origin,
            Panel panel,
            boolean[][] stored,
            Remade<FeatureSet> features) {
        this.measure = measure;
        this.origin = origin;
        this.panel = panel;
        this.stored = stored;
        this.features = features;
        this.fingerprints = new int[panel.size()];
        this.scales = new double[panel.size()];
        FeatureSet now = features.get();
        for (int series = 0; series < fingerprints.length; series++) {
            places.put(panel.names().get(series), series);
            fingerprints[series] = Arrays.hashCode(panel.copy(series));
            scales[series] = now.scale(series, origin);
            complaints.add(now.complaint(series, origin).orElse(""));
        }
    }

    Measure measure() {
        return measure;
    }

    /** The features of all times; made again where memory was needed for other things. */
    FeatureSet features() {
        return features.get();
    }

    /** The unit that errors at a place are measured in, as known at the origin. */
    double scale(int series) {
        return scales[series];
    }

    /** What is wrong with a place's features of now, by their definitions; empty if nothing. */
    String complaint(int series) {
        return complaints.get(series);
    }

    /** Whether a place had values below 0. */
    boolean hasNegative(int series) {
        return panel.hasNegative(series, origin);
    }

    /** The index of the first time that is forecast. */
    int origin() {
        return origin;
    }

    Optional<Integer> find(String place) {
        return Optional.ofNullable(places.get(place));
    }

    /** Their names, in the features' order. */
    List<String> places() {
        return panel.names();
    }

    /** When a step ahead begins. */
    Instant at(int step) {
        return IndianTime.instant(panel.grid().at(origin + step));
    }

    /** How many of the values are stored ones. */
    int stored(int series) {
        int count = 0;
        for (boolean is : stored[series]) {
            count += is ? 1 : 0;
        }
        return count;
    }

    /** How many values there are in the last so many steps, stored and generated. */
    int known(int series, int steps) {
        int count = 0;
        for (int i = Math.max(0, origin - steps); i < origin; i++) {
            count += Double.isNaN(panel.at(series, i)) ? 0 : 1;
        }
        return count;
    }

    /** Steps since the newest stored value, 1 if it is the last before the origin. */
    int age(int series) {
        for (int back = 1; back <= origin; back++) {
            if (stored[series][origin - back]) {
                return back;
            }
        }
        return Integer.MAX_VALUE;
    }

    /** The places whose newest stored value is not too old; all, where nothing is ever stored. */
    List<Integer> fresh() {
        return IntStream.range(0, fingerprints.length)
                .filter(series -> !measure.isMeasured() || age(series) <= measure.fresh())
                .boxed()
                .toList();
    }

    /** Differs where the values differ, but for chance of one in four thousand million. */
    int fingerprint(int series) {
        return fingerprints[series];
    }
}

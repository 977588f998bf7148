package town.nagar.forecast.retraining;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import town.nagar.forecast.monitoring.Episodes;
import town.nagar.forecast.monitoring.WholePast;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.serving.IndianTime;
import town.nagar.forecast.serving.Measure;

/**
 * What a model is trained on: all that is known of the latest weeks, without values of places that
 * lately differ from all their neighbours.
 */
final class TownData {
    private static final int HOURS = 75 * 24;
    private static final int DAYS = 2 * 365;
    private static final int YEARS = 24;

    /** A place of which less than this share of the times is known is left out. */
    private static final double LEAST_KNOWN = 0.1;

    private final WholePast past;
    private final Episodes episodes;
    private final Duration faultFor;

    /**
     * Data of a town.
     *
     * @param faultFor how long differing values count as faulty
     */
    TownData(WholePast past, Episodes episodes, Duration faultFor) {
        this.past = past;
        this.episodes = episodes;
        this.faultFor = faultFor;
    }

    /**
     * Values to learn from.
     *
     * @param leftOut places whose values count as faulty, and since when
     */
    record Known(Panel panel, Map<String, Instant> leftOut) {
        Known {
            leftOut = Map.copyOf(leftOut);
        }

        /** In words, empty if nothing was left out. */
        String note() {
            List<String> notes = new ArrayList<>();
            new TreeMap<>(leftOut)
                    .forEach((place, since) ->
                            notes.add(
                                    "values of %s since %s are left out as faulty"
                                            .formatted(place, since)));
            return String.join("; ", notes);
        }
    }

    /**
     * Reads it.
     *
     * @return empty if nothing is known
     * @throws IOException if the history does not answer
     */
    Optional<Known> read(Measure measure, Instant now) throws IOException {
        LocalDateTime until = measure.complete(IndianTime.local(now));
        Optional<Panel> all = past.read(measure, until, length(measure));
        Map<String, Instant> faulty = new TreeMap<>(episodes.faulty(measure));
        faulty.values().removeIf(since -> since.isBefore(now.minus(faultFor)));
        return all.flatMap(panel -> without(panel, faulty));
    }

    private static int length(Measure measure) {
        if (measure.step().isWithinDay()) {
            return HOURS;
        }
        return measure.step().isDay() ? DAYS : YEARS;
    }

    private static Optional<Known> without(Panel panel, Map<String, Instant> faulty) {
        List<String> names = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        Map<String, Instant> leftOut = new TreeMap<>();
        for (int series = 0; series < panel.size(); series++) {
            String name = panel.names().get(series);
            double[] own = panel.copy(series);
            Optional<Instant> since = Optional.ofNullable(faulty.get(name));
            if (since.isPresent()) {
                int from = panel.grid().indexAtOrBefore(IndianTime.local(since.get()));
                Arrays.fill(own, Math.clamp(from, 0, own.length), own.length, Double.NaN);
                leftOut.put(name, since.get());
            }
            if (Arrays.stream(own).filter(Double::isFinite).count() >= LEAST_KNOWN * own.length) {
                names.add(name);
                values.add(own);
            }
        }
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Known(
                                Panel.of(panel.grid(), names, values.toArray(double[][]::new)),
                                leftOut));
    }
}

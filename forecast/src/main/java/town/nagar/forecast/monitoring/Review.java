package town.nagar.forecast.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import town.nagar.forecast.backtest.Bands;
import town.nagar.forecast.series.TimeGrid;
import town.nagar.forecast.serving.Measure;

/** How good forecasts of a window were: altogether, by day, by horizon, by place, by hour. */
final class Review {
    private final int[] bands;
    private final int perDay;
    private final TimeGrid grid;
    private final Tally whole = new Tally();
    private final Set<Instant> origins = new HashSet<>();
    private final Map<LocalDate, Tally> byDay = new TreeMap<>();
    private final Map<Integer, Tally> byBand = new TreeMap<>();
    private final Map<String, Tally> byPlace = new TreeMap<>();
    private final Map<Integer, Tally> byHour = new TreeMap<>();

    private Review(Measure measure, TimeGrid grid) {
        this.bands = Bands.of(measure.step(), measure.horizon());
        this.perDay = Math.max(1, measure.step().perDays(1));
        this.grid = grid;
    }

    static Review of(
            Comparisons comparisons,
            Measure measure,
            Selection which,
            Instant since,
            Instant until) {
        Review review = new Review(measure, Comparisons.window(measure, since, until));
        comparisons.each(measure, which, since, until, review::take);
        return review;
    }

    private void take(Compared one) {
        origins.add(one.origin());
        for (Tally tally :
                new Tally[] {
                    whole,
                    tally(byDay, grid.at(one.index()).toLocalDate()),
                    tally(byBand, bands[Math.min(one.step(), bands.length - 1)]),
                    tally(byPlace, one.place()),
                    tally(byHour, one.index() % perDay)
                }) {
            tally.add(one);
        }
    }

    private static <K> Tally tally(Map<K, Tally> tallies, K key) {
        return tallies.computeIfAbsent(key, _ -> new Tally());
    }

    Tally whole() {
        return whole;
    }

    int origins() {
        return origins.size();
    }

    Map<LocalDate, Tally> byDay() {
        return byDay;
    }

    /** By band of steps ahead, from 0. */
    Map<Integer, Tally> byBand() {
        return byBand;
    }

    Map<String, Tally> byPlace() {
        return byPlace;
    }

    /** By hour of the day; of days all under 0. */
    Map<Integer, Tally> byHour() {
        return byHour;
    }
}

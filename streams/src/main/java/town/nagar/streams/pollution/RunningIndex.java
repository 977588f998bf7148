package town.nagar.streams.pollution;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import town.nagar.contracts.Domain;
import town.nagar.contracts.alerts.Severity;
import town.nagar.contracts.readings.Aggregate;
import town.nagar.norms.air.Category;
import town.nagar.norms.air.Naqi;
import town.nagar.norms.air.Pollutant;
import town.nagar.norms.air.SubIndex;
import town.nagar.streams.alerts.Observation;
import town.nagar.streams.alerts.Rule;
import town.nagar.streams.alerts.Verdict;
import town.nagar.streams.places.PlaceView;
import town.nagar.streams.places.Results;

/** The running National AQI at the end of an hour, from the hours before it. */
final class RunningIndex {
    static final String KIND = "pollution_naqi";
    static final Duration DAY = Duration.ofHours(Naqi.HOURS);
    private static final Rule EXCEEDANCE =
            new Rule("pollution_exceedance", Duration.ofHours(1), Duration.ofHours(6), false);

    /** The Satisfactory tops are the national ambient air quality standards (CPCB 2009). */
    private static final int STANDARD = 100;

    private static final int CLEAR_BELOW = 96;

    private final PlaceView view;
    private final List<Aggregate> hours;
    private final Naqi naqi;

    private RunningIndex(PlaceView view) {
        this.view = view;
        this.hours = view.results(PollutionLogic.HOUR_KIND, DAY);
        this.naqi = Naqi.running(hourlyMeans(), Naqi.HOURS);
    }

    /** The index, if the station had any hour in the last 24. */
    static Optional<RunningIndex> of(PlaceView view) {
        RunningIndex index = new RunningIndex(view);
        return index.hours.isEmpty() ? Optional.empty() : Optional.of(index);
    }

    private double[][] hourlyMeans() {
        double[][] means = new double[Pollutant.all().size()][Naqi.HOURS];
        for (int pollutant = 0; pollutant < means.length; pollutant++) {
            Arrays.fill(means[pollutant], Double.NaN);
            for (Aggregate hour : hours) {
                means[pollutant][slot(hour)] =
                        hour.figures()
                                .getOrDefault(
                                        Pollutant.all().get(pollutant).quantity(), Double.NaN);
            }
        }
        return means;
    }

    private int slot(Aggregate hour) {
        Instant first = view.end().minus(DAY);
        return (int) Duration.between(first, hour.windowStart()).toHours();
    }

    Aggregate result() {
        Results result =
                Results.of(KIND, Domain.POLLUTION, view.place(), view.end(), DAY)
                        .figure("hours", hours.size());
        naqi.index().ifPresent(index -> result.figure("aqi", index));
        naqi.category().ifPresent(category -> result.label("category", category.word()));
        naqi.prominent().ifPresent(top -> result.label("prominent", top.pollutant().quantity()));
        result.label("reasons", naqi.reasonCodes());
        result.label("beyond_scale", naqi.beyondScale() ? "true" : "");
        for (SubIndex sub : naqi.subIndices()) {
            result.figure("sub_index_" + sub.pollutant().quantity(), sub.index());
        }
        return Correlation.describe(hours, result)
                .label("zone", view.book().wardOfPlace(view.place()).orElse(""))
                .build();
    }

    /** Whether the standards are kept; nothing if no sub-index is valid. */
    Optional<Observation> exceedance() {
        return naqi.subIndices().stream()
                .reduce((a, b) -> b.index() > a.index() ? b : a)
                .map(this::observation);
    }

    private Observation observation(SubIndex top) {
        TreeMap<String, Double> metrics = new TreeMap<>();
        metrics.put("sub_index", (double) top.index());
        metrics.put(top.pollutant().quantity(), top.concentration());
        naqi.index().ifPresent(index -> metrics.put("aqi", (double) index));
        return new Observation(
                EXCEEDANCE,
                Domain.POLLUTION,
                view.place(),
                view.end(),
                Verdict.above(top.index(), STANDARD, CLEAR_BELOW),
                severity(top.category()),
                "%s air at %s".formatted(top.category().word(), PollutionLogic.name(view)),
                "%s: running mean %s %s, index %d; the national standard ends at index %d"
                        .formatted(
                                top.pollutant().title(),
                                top.concentration(),
                                top.pollutant().unit(),
                                top.index(),
                                STANDARD),
                metrics,
                List.of());
    }

    private static Severity severity(Category category) {
        return switch (category) {
            case GOOD, SATISFACTORY, MODERATE -> Severity.LOW;
            case POOR -> Severity.MEDIUM;
            case VERY_POOR -> Severity.HIGH;
            case SEVERE -> Severity.CRITICAL;
        };
    }
}

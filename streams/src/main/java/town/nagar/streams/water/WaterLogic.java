package town.nagar.streams.water;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Aggregate;
import town.nagar.contracts.readings.Reading;
import town.nagar.streams.enrich.Derived;
import town.nagar.streams.places.DomainLogic;
import town.nagar.streams.places.Findings;
import town.nagar.streams.places.PlaceLogic;
import town.nagar.streams.places.PlaceView;
import town.nagar.streams.places.Results;
import town.nagar.streams.reference.ReferenceBook;
import town.nagar.streams.window.Buckets;
import town.nagar.streams.window.Slice;
import town.nagar.streams.window.Slicer;

/** A zone's water: pressure by the quarter of an hour, balance and leaks by the hour. */
public record WaterLogic() implements PlaceLogic {
    static final String HOUR_KIND = "water_zone_hour";
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);

    /** All that makes the domain's job. */
    public static DomainLogic job() {
        return new DomainLogic(
                Domain.WATER,
                WaterLogic::derive,
                new Slicer(Domain.WATER, QUARTER, Duration.ofMinutes(30), ""),
                List.of(),
                new WaterLogic());
    }

    /** The kind of meter by the registry, where the reading does not say it. */
    private static Derived derive(Reading reading, ReferenceBook book) {
        return book.findSensor(reading.sensorId())
                .map(sensor -> sensor.labels().getOrDefault("meter_type", ""))
                .filter(type -> !type.isEmpty())
                .map(type -> new Derived(Map.of(), Map.of("meter_type", type)))
                .orElse(Derived.NONE);
    }

    @Override
    public List<String> places(Slice slice, ReferenceBook book) {
        return List.of(slice.placeId());
    }

    @Override
    public List<Long> windowEnds(String place, Slice slice) {
        return Stream.of(slice.end(), Buckets.endOf(slice.start(), HOUR)).distinct().toList();
    }

    @Override
    public Duration keepSlices() {
        return HOUR;
    }

    @Override
    public Map<String, Duration> keepResults() {
        return Map.of(HOUR_KIND, LeakRule.HISTORY);
    }

    @Override
    public void evaluate(PlaceView view, Findings findings) {
        WaterMeters quarter = WaterMeters.of(view.slices(QUARTER), view.book());
        PressureRule.observe(view, quarter).ifPresent(findings::observed);
        if (view.ends(HOUR)) {
            WaterMeters meters = WaterMeters.of(view.slices(HOUR), view.book());
            if (!meters.isEmpty()) {
                Aggregate hour = hour(view, meters);
                findings.found(hour);
                LeakRule.observe(view, hour).ifPresent(findings::observed);
            }
        }
    }

    private static Aggregate hour(PlaceView view, WaterMeters meters) {
        double used = meters.usedLitres();
        double unmetered =
                meters.inflowLitresPerSecond() - (Double.isNaN(used) ? 0 : used / HOUR.toSeconds());
        double usual = LeakRule.usual(view, LeakRule.UNMETERED);
        double excess = unmetered - usual;
        return Results.of(HOUR_KIND, Domain.WATER, view.place(), view.end(), HOUR)
                .figure("consumption_litres", used)
                .figure("inflow_litres", meters.inflowLitres())
                .figure("inflow_litres_per_second", meters.inflowLitresPerSecond())
                .figure(LeakRule.UNMETERED, unmetered)
                .figure("usual_" + LeakRule.UNMETERED, usual)
                .figure(LeakRule.EXCESS, excess)
                .figure("mean_pressure_bar", meters.meanPressureBar())
                .figure("min_pressure_bar", meters.minPressureBar())
                .figure("usual_pressure_bar", LeakRule.usual(view, "mean_pressure_bar"))
                .figure("active_meters", meters.activeMeters())
                .label("excess", LeakRule.counts(excess, usual) ? "true" : "")
                .build();
    }

    static String name(PlaceView view) {
        return view.book()
                .findPlace(view.place())
                .map(place -> place.names().en())
                .orElse(view.place());
    }
}

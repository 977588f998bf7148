package town.nagar.streams.agriculture;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import town.nagar.contracts.Domain;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.PlaceKind;
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

/** A field by the hour, and its water balance by the day. */
public record AgricultureLogic() implements PlaceLogic {
    private static final String DAY_KIND = "agriculture_day";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LATENESS = Duration.ofHours(1);
    private static final double MILLIMETRES_A_METRE = 1000;

    /** All that makes the domain's job. */
    public static DomainLogic job() {
        return new DomainLogic(
                Domain.AGRICULTURE,
                (reading, book) -> Derived.NONE,
                new Slicer(Domain.AGRICULTURE, HOUR, LATENESS, ""),
                List.of(new Slicer(Domain.WEATHER, HOUR, LATENESS, "")),
                new AgricultureLogic());
    }

    /** A field's own slices, and the weather of all fields to which its station is the nearest. */
    @Override
    public List<String> places(Slice slice, ReferenceBook book) {
        if (slice.domain() == Domain.AGRICULTURE) {
            return List.of(slice.placeId());
        }
        return book.places(PlaceKind.FIELD).stream()
                .filter(field ->
                        book.nearest(PlaceKind.WEATHER_STATION, field.point())
                                .map(nearest -> nearest.id().equals(slice.placeId()))
                                .orElse(false))
                .map(Place::id)
                .toList();
    }

    @Override
    public List<Long> windowEnds(String place, Slice slice) {
        long day = Buckets.endOf(slice.start(), DAY);
        return slice.domain() == Domain.AGRICULTURE
                ? Stream.of(slice.end(), day).distinct().toList()
                : List.of();
    }

    @Override
    public Duration keepSlices() {
        return DAY;
    }

    @Override
    public Map<String, Duration> keepResults() {
        return Map.of();
    }

    @Override
    public void evaluate(PlaceView view, Findings findings) {
        List<Slice> hour = soil(view, HOUR);
        if (!hour.isEmpty()) {
            Optional<Place> field = view.book().findPlace(view.place());
            double moisture = mean(hour, "soil_moisture");
            double depletion = StressRule.depletion(moisture, field);
            findings.found(
                    describe("agriculture_hour", view, HOUR, hour)
                            .figure(StressRule.DEPLETION, depletion)
                            .build());
            List<String> sensors = hour.stream().map(Slice::sensorId).distinct().toList();
            StressRule.observe(view, moisture, depletion, sensors).ifPresent(findings::observed);
        }
        List<Slice> day = view.ends(DAY) ? soil(view, DAY) : List.of();
        if (!day.isEmpty()) {
            findings.found(balance(view, day));
        }
    }

    private static List<Slice> soil(PlaceView view, Duration back) {
        return view.slices(back).stream()
                .filter(slice -> slice.domain() == Domain.AGRICULTURE)
                .toList();
    }

    private static double mean(List<Slice> slices, String quantity) {
        double sum = slices.stream().mapToDouble(slice -> slice.sum(quantity)).sum();
        return sum / slices.stream().mapToInt(slice -> slice.count(quantity)).sum();
    }

    private static Results describe(
            String kind, PlaceView view, Duration length, List<Slice> slices) {
        Results result =
                Results.of(kind, Domain.AGRICULTURE, view.place(), view.end(), length)
                        .figure("irrigation_mm", sum(slices, "irrigation_mm"));
        Stream.of(
                        "soil_moisture",
                        "soil_temperature",
                        "ndvi",
                        "temperature",
                        "humidity",
                        "leaf_wetness")
                .forEach(quantity -> result.figure(quantity, mean(slices, quantity)));
        return result;
    }

    private static double sum(List<Slice> slices, String quantity) {
        return slices.stream().mapToDouble(slice -> slice.sum(quantity)).sum();
    }

    /**
     * The day's water in millimetres: what came, how the root zone's store changed, and what must
     * have left it (by crop, soil and drainage): loss = rain + irrigation - change.
     */
    private static town.nagar.contracts.readings.Aggregate balance(
            PlaceView view, List<Slice> day) {
        double rain =
                sum(
                        view.slices(DAY).stream()
                                .filter(slice -> slice.domain() == Domain.WEATHER)
                                .toList(),
                        "rainfall_mm");
        double rootMetres =
                view.book()
                        .findPlace(view.place())
                        .map(place -> place.figure("root_depth_m"))
                        .orElse(Double.NaN);
        double change =
                (moistureAt(day, day.getLast().start()) - moistureAt(day, day.getFirst().start()))
                        / 100
                        * rootMetres
                        * MILLIMETRES_A_METRE;
        return describe(DAY_KIND, view, DAY, day)
                .figure("rain_mm", rain)
                .figure("storage_change_mm", change)
                .figure("water_loss_mm", rain + sum(day, "irrigation_mm") - change)
                .build();
    }

    private static double moistureAt(List<Slice> day, long start) {
        return mean(day.stream().filter(slice -> slice.start() == start).toList(), "soil_moisture");
    }

    static String name(PlaceView view) {
        return view.book()
                .findPlace(view.place())
                .map(place -> place.names().en())
                .orElse(view.place());
    }
}

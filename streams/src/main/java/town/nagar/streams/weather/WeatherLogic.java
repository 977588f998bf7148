package town.nagar.streams.weather;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import town.nagar.contracts.Domain;
import town.nagar.norms.time.Ist;
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

/** A weather station: rain and heat by ten minutes, values by the hour. */
public record WeatherLogic() implements PlaceLogic {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** All that makes the domain's job. */
    public static DomainLogic job() {
        return new DomainLogic(
                Domain.WEATHER,
                (reading, book) -> Derived.NONE,
                new Slicer(Domain.WEATHER, TEN_MINUTES, HOUR, ""),
                List.of(),
                new WeatherLogic());
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
        return DAY;
    }

    @Override
    public Map<String, Duration> keepResults() {
        return Map.of();
    }

    @Override
    public void evaluate(PlaceView view, Findings findings) {
        long last = view.end().toEpochMilli() - 1;
        List<Slice> rainDay = since(view, Ist.rainDay(last));
        if (rainDay.stream().anyMatch(slice -> slice.has("rainfall_mm"))) {
            findings.observed(WeatherRules.rain(view, rain(rainDay)));
        }
        List<Slice> day = since(view, Ist.day(last));
        if (day.stream().anyMatch(slice -> slice.has("temperature"))) {
            findings.observed(WeatherRules.heat(view, warmest(day)));
        }
        List<Slice> hour = view.ends(HOUR) ? view.slices(HOUR) : List.of();
        if (!hour.isEmpty()) {
            findings.found(hour(view, hour, rain(rainDay)));
        }
    }

    private static List<Slice> since(PlaceView view, long start) {
        return view.slices(DAY).stream().filter(slice -> slice.start() >= start).toList();
    }

    /** The rain of a station's sensors: the mean of their sums. */
    private static double rain(List<Slice> slices) {
        return slices.stream()
                .filter(slice -> slice.has("rainfall_mm"))
                .collect(
                        java.util.stream.Collectors.groupingBy(
                                Slice::sensorId,
                                java.util.TreeMap::new,
                                java.util.stream.Collectors.summingDouble(
                                        slice -> slice.sum("rainfall_mm"))))
                .values()
                .stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    private static double warmest(List<Slice> slices) {
        return slices.stream()
                .mapToDouble(slice -> slice.max("temperature"))
                .filter(max -> !Double.isNaN(max))
                .max()
                .orElse(Double.NaN);
    }

    private static town.nagar.contracts.readings.Aggregate hour(
            PlaceView view, List<Slice> hour, double rainDay) {
        Results result =
                Results.of("weather_hour", Domain.WEATHER, view.place(), view.end(), HOUR)
                        .figure("rain_mm", rain(hour))
                        .figure("rain_since_0830_mm", rainDay)
                        .figure("max_temperature_c", warmest(hour));
        Stream.of(
                        "temperature",
                        "humidity",
                        "wind_speed",
                        "pressure_hpa",
                        "dew_point",
                        "solar_radiation",
                        "cloud_cover")
                .forEach(quantity -> result.figure(quantity, mean(hour, quantity)));
        return result.build();
    }

    private static double mean(List<Slice> slices, String quantity) {
        double sum = slices.stream().mapToDouble(slice -> slice.sum(quantity)).sum();
        return sum / slices.stream().mapToInt(slice -> slice.count(quantity)).sum();
    }
}

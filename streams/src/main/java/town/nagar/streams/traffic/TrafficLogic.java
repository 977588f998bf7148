package town.nagar.streams.traffic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Aggregate;
import town.nagar.streams.places.DomainLogic;
import town.nagar.streams.places.Findings;
import town.nagar.streams.places.PlaceLogic;
import town.nagar.streams.places.PlaceView;
import town.nagar.streams.places.Results;
import town.nagar.streams.reference.ReferenceBook;
import town.nagar.streams.window.Slice;
import town.nagar.streams.window.Slicer;

/** A road minute by minute, beside the roads that flow into it. */
public record TrafficLogic() implements PlaceLogic {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    /** All that makes the domain's job. */
    public static DomainLogic job() {
        return new DomainLogic(
                Domain.TRAFFIC,
                new TrafficDerivation(),
                new Slicer(Domain.TRAFFIC, MINUTE, Duration.ofMinutes(2), "vehicle_count"),
                List.of(),
                new TrafficLogic());
    }

    /** The road itself and those it flows into, which watch it for incidents. */
    @Override
    public List<String> places(Slice slice, ReferenceBook book) {
        List<String> places = new ArrayList<>(book.downstreamOf(slice.placeId()));
        places.add(slice.placeId());
        return places.stream().distinct().toList();
    }

    @Override
    public List<Long> windowEnds(String place, Slice slice) {
        if (!place.equals(slice.placeId())) {
            return List.of(slice.end());
        }
        return LongStream.range(0, FIVE_MINUTES.toMinutes())
                .mapToObj(minute -> slice.end() + minute * MINUTE.toMillis())
                .toList();
    }

    @Override
    public Duration keepSlices() {
        return IncidentRule.ALL;
    }

    @Override
    public Map<String, Duration> keepResults() {
        return Map.of();
    }

    @Override
    public void evaluate(PlaceView view, Findings findings) {
        List<Aggregate> minutes =
                bySensor(view, MINUTE).values().stream()
                        .map(slices -> flow("traffic_minute", MINUTE, view, slices))
                        .toList();
        minutes.forEach(findings::found);
        bySensor(view, FIVE_MINUTES).values().stream()
                .map(slices -> flow("traffic_five_minutes", FIVE_MINUTES, view, slices))
                .forEach(findings::found);
        if (minutes.stream().anyMatch(minute -> minute.figures().containsKey("congestion_level"))) {
            findings.observed(CongestionRule.observe(view, minutes));
        }
        IncidentRule.observe(view).ifPresent(findings::observed);
    }

    /** The road's own slices of the time before the window's end. */
    private static Map<String, List<Slice>> bySensor(PlaceView view, Duration back) {
        return view.slices(back).stream()
                .filter(slice -> slice.placeId().equals(view.place()))
                .collect(Collectors.groupingBy(Slice::sensorId, TreeMap::new, Collectors.toList()));
    }

    private static Aggregate flow(
            String kind, Duration length, PlaceView view, List<Slice> slices) {
        long end = view.end().toEpochMilli();
        Slice slice = Slice.merge(end - length.toMillis(), end, slices);
        double speed = slice.weightedMean("average_speed");
        RoadFlow flow =
                RoadFlow.of(
                        name -> slice.has(name) ? slice.sum(name) : Double.NaN,
                        countedSeconds(slice, view.book()),
                        speed,
                        view.book().findPlace(view.place()));
        return Results.of(kind, Domain.TRAFFIC, view.place(), view.end(), length)
                .figure("readings", slice.readings())
                .figure(
                        "vehicle_count",
                        slice.has("vehicle_count") ? slice.sum("vehicle_count") : Double.NaN)
                .figure("mean_speed_kmh", speed)
                .figure("occupancy_percentage", slice.mean("occupancy_percentage"))
                .figure("pcu_per_hour", flow.pcuPerHour())
                .figure("volume_to_capacity", flow.volumeOverCapacity())
                .figure("congestion_level", flow.congestionLevel())
                .label("level_of_service", flow.levelOfService())
                .label("congestion_basis", flow.basis())
                .label("sensor_id", slice.sensorId())
                .label("zone", view.book().wardOfPlace(view.place()).orElse(""))
                .build();
    }

    /** For how long vehicles were counted: the sum of the intervals of all readings. */
    private static double countedSeconds(Slice slice, ReferenceBook book) {
        return slice.count("interval_seconds") == slice.readings()
                ? slice.sum("interval_seconds")
                : slice.readings() * TrafficDerivation.registered(slice.sensorId(), book);
    }
}

package town.nagar.streams.traffic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Aggregate;
import town.nagar.streams.enrich.Derived;
import town.nagar.streams.places.DomainLogic;
import town.nagar.streams.places.Findings;
import town.nagar.streams.places.PlaceLogic;
import town.nagar.streams.places.PlaceView;
import town.nagar.streams.places.Results;
import town.nagar.streams.reference.ReferenceBook;
import town.nagar.streams.window.Slice;
import town.nagar.streams.window.Slicer;

/** A road minute by minute, with the roads that flow into it. */
public record TrafficLogic() implements PlaceLogic {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    public static DomainLogic job() {
        return new DomainLogic(
                Domain.TRAFFIC,
                (reading, book) -> Derived.NONE,
                new Slicer(Domain.TRAFFIC, MINUTE, Duration.ofMinutes(2), "vehicle_count"),
                List.of(),
                new TrafficLogic());
    }

    @Override
    public List<String> places(Slice slice, ReferenceBook book) {
        List<String> places = new ArrayList<>(book.downstreamOf(slice.placeId()));
        places.add(slice.placeId());
        return places;
    }

    @Override
    public List<Long> windowEnds(String place, Slice slice) {
        return List.of(slice.end());
    }

    @Override
    public Duration keepSlices() {
        return Duration.ofMinutes(15);
    }

    @Override
    public Duration keepResults() {
        return Duration.ZERO;
    }

    @Override
    public void evaluate(PlaceView view, Findings findings) {
        for (Slice slice : view.slices(MINUTE)) {
            if (slice.placeId().equals(view.place())) {
                findings.found(minute(view, slice));
            }
        }
    }

    private static Aggregate minute(PlaceView view, Slice slice) {
        return Results.of("traffic_minute", Domain.TRAFFIC, view.place(), view.end(), MINUTE)
                .figure("vehicle_count", slice.sum("vehicle_count"))
                .figure("mean_speed_kmh", slice.weightedMean("average_speed"))
                .label("sensor_id", slice.sensorId())
                .build();
    }
}

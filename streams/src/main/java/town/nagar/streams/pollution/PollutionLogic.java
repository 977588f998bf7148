package town.nagar.streams.pollution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import town.nagar.contracts.Domain;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.PlaceKind;
import town.nagar.norms.air.Naqi;
import town.nagar.norms.air.Nowcast;
import town.nagar.streams.places.DomainLogic;
import town.nagar.streams.places.Findings;
import town.nagar.streams.places.PlaceLogic;
import town.nagar.streams.places.PlaceView;
import town.nagar.streams.places.Results;
import town.nagar.streams.reference.ReferenceBook;
import town.nagar.streams.window.Buckets;
import town.nagar.streams.window.Slice;
import town.nagar.streams.window.Slicer;

/** A station's air: a nowcast by the minute, the running National AQI by the hour. */
public record PollutionLogic() implements PlaceLogic {
    static final String HOUR_KIND = "pollution_hour";
    private static final String NOWCAST_KIND = "pollution_nowcast";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LATENESS = Duration.ofMinutes(10);

    /** Weather older than this says nothing of now. */
    private static final Duration WEATHER_IS_OLD = Duration.ofHours(2);

    /** All that makes the domain's job. */
    public static DomainLogic job() {
        return new DomainLogic(
                Domain.POLLUTION,
                new PollutionDerivation(),
                new Slicer(Domain.POLLUTION, MINUTE, LATENESS, ""),
                List.of(new Slicer(Domain.WEATHER, MINUTE, LATENESS, "")),
                new PollutionLogic());
    }

    /** A station's own slices, and the weather of all stations to which its own is the nearest. */
    @Override
    public List<String> places(Slice slice, ReferenceBook book) {
        if (slice.domain() == Domain.POLLUTION) {
            return List.of(slice.placeId());
        }
        return book.places(PlaceKind.STATION).stream()
                .filter(station -> isNearest(slice.placeId(), station, book))
                .map(Place::id)
                .toList();
    }

    private static boolean isNearest(String weatherStation, Place station, ReferenceBook book) {
        return book.nearest(PlaceKind.WEATHER_STATION, station.point())
                .map(nearest -> nearest.id().equals(weatherStation))
                .orElse(false);
    }

    @Override
    public List<Long> windowEnds(String place, Slice slice) {
        List<Long> ends = new ArrayList<>();
        if (slice.domain() == Domain.POLLUTION) {
            for (int minute = 0; minute < FIVE_MINUTES.toMinutes(); minute++) {
                ends.add(slice.end() + minute * MINUTE.toMillis());
            }
            long hourEnd = Buckets.endOf(slice.start(), HOUR);
            for (int hour = 0; hour < Naqi.HOURS; hour++) {
                ends.add(hourEnd + hour * HOUR.toMillis());
            }
        }
        return ends.stream().distinct().toList();
    }

    @Override
    public Duration keepSlices() {
        return WEATHER_IS_OLD;
    }

    @Override
    public Map<String, Duration> keepResults() {
        return Map.of(HOUR_KIND, RunningIndex.DAY);
    }

    @Override
    public void evaluate(PlaceView view, Findings findings) {
        nowcast(view, findings);
        if (view.ends(HOUR)) {
            hour(view, findings);
        }
    }

    private static void nowcast(PlaceView view, Findings findings) {
        StationAir air = StationAir.of(view.slices(FIVE_MINUTES), view.slices(WEATHER_IS_OLD));
        if (air.isEmpty()) {
            return;
        }
        Results result =
                Results.of(NOWCAST_KIND, Domain.POLLUTION, view.place(), view.end(), FIVE_MINUTES);
        Nowcast.find(air.meansByPollutant(), FIVE_MINUTES)
                .ifPresent(nowcast ->
                        result.figure("nowcast", nowcast.value())
                                .label("prominent", nowcast.prominent().quantity()));
        findings.found(
                air.describe(result)
                        .label("zone", view.book().wardOfPlace(view.place()).orElse(""))
                        .build());
        SpikeRule.observe(view).ifPresent(findings::observed);
    }

    private static void hour(PlaceView view, Findings findings) {
        StationAir air = StationAir.of(view.slices(HOUR), view.slices(WEATHER_IS_OLD));
        if (!air.isEmpty()) {
            Results result =
                    Results.of(HOUR_KIND, Domain.POLLUTION, view.place(), view.end(), HOUR);
            findings.found(air.describe(result).build());
        }
        RunningIndex.of(view)
                .ifPresent(index -> {
                    findings.found(index.result());
                    index.exceedance().ifPresent(findings::observed);
                });
        AheadRule.observe(view).ifPresent(findings::observed);
    }

    static String name(PlaceView view) {
        return view.book()
                .findPlace(view.place())
                .map(place -> place.names().en())
                .orElse(view.place());
    }
}

package town.nagar.sample.layout;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import town.nagar.contracts.Domain;
import town.nagar.contracts.places.Names;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.PlaceKind;
import town.nagar.contracts.places.Point;
import town.nagar.sample.folder.Bounds;
import town.nagar.sample.folder.Ward;
import town.nagar.sample.names.Words;

/** Continuous air stations, far from each other, and one weather station. */
public final class AirStations {
    private static final int AIR_INTERVAL_SECONDS = 900;
    private static final int WEATHER_INTERVAL_SECONDS = 600;

    /** What the surroundings of the first, second, third … station are. */
    private static final List<String> SURROUNDINGS =
            List.of("traffic", "residential", "industrial", "commercial", "background");

    private AirStations() {}

    /** Adds the stations; one a ward at most. */
    public static void place(List<Ward> wards, int wanted, Layout layout) {
        List<Ward> chosen = Spread.over(wards, Ward::middle, Math.min(wanted, wards.size()));
        for (int index = 0; index < chosen.size(); index++) {
            addStation(index + 1, chosen.get(index), layout);
        }
    }

    private static void addStation(int number, Ward ward, Layout layout) {
        String id = "P%03d".formatted(number);
        String surroundings = SURROUNDINGS.get((number - 1) % SURROUNDINGS.size());
        Names names = Words.join(ward.names(), Words.word("air_station"));
        Map<String, String> labels = Map.of("zone", ward.id(), "surroundings", surroundings);
        Place station =
                Layout.invented(id, PlaceKind.STATION, names, ward.middle(), Map.of(), labels);
        layout.add(station);
        layout.add(
                Layout.sensor(
                        id,
                        Domain.POLLUTION,
                        station,
                        "caaqms",
                        names,
                        station.point(),
                        AIR_INTERVAL_SECONDS,
                        labels));
    }

    /** Adds the weather station, in the ward nearest to the south-west, upwind in the monsoon. */
    public static void placeWeather(List<Ward> wards, Bounds bounds, Layout layout) {
        Point corner = new Point(bounds.south(), bounds.west());
        Ward ward =
                wards.stream()
                        .min(
                                Comparator.comparingDouble(
                                        each -> Spread.distance(each.middle(), corner)))
                        .orElseThrow();
        Names names = Words.join(ward.names(), Words.word("weather_station"));
        Place station =
                Layout.invented(
                        "WX001",
                        PlaceKind.WEATHER_STATION,
                        names,
                        ward.middle(),
                        Map.of(),
                        Map.of("zone", ward.id()));
        layout.add(station);
        layout.add(
                Layout.sensor(
                        "WX001",
                        Domain.WEATHER,
                        station,
                        "automatic_weather_station",
                        names,
                        station.point(),
                        WEATHER_INTERVAL_SECONDS,
                        Map.of()));
    }
}

package town.nagar.streams.pollution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import town.nagar.contracts.Domain;
import town.nagar.norms.air.Pollutant;
import town.nagar.streams.places.Results;
import town.nagar.streams.window.Slice;

/** A station's air over a time: all its sensors' slices together, with the weather beside it. */
final class StationAir {
    /** Figures of the weather, by quantity. */
    private static final Map<String, String> WEATHER =
            Map.of(
                    "temperature", "weather_temperature_c",
                    "humidity", "weather_humidity_percentage",
                    "wind_speed", "weather_wind_speed_ms",
                    "wind_direction", "weather_wind_direction_deg",
                    "rainfall_mm", "weather_rainfall_mm");

    private final List<Slice> air;
    private final Optional<Slice> weather;

    private StationAir(List<Slice> air, Optional<Slice> weather) {
        this.air = air;
        this.weather = weather;
    }

    /**
     * The air of slices.
     *
     * @param slices by time, of the station and of weather
     * @param earlier slices from before, to find the newest weather in
     */
    static StationAir of(List<Slice> slices, List<Slice> earlier) {
        return new StationAir(
                slices.stream().filter(slice -> slice.domain() == Domain.POLLUTION).toList(),
                earlier.stream()
                        .filter(slice -> slice.domain() == Domain.WEATHER)
                        .reduce((older, newer) -> newer));
    }

    boolean isEmpty() {
        return air.isEmpty();
    }

    List<String> sensorIds() {
        return air.stream().map(Slice::sensorId).distinct().sorted().toList();
    }

    int readings() {
        return air.stream().mapToInt(Slice::readings).sum();
    }

    /** The mean over all readings, NaN if there is none. */
    double mean(String quantity) {
        double sum = 0;
        int count = 0;
        for (Slice slice : air) {
            sum += slice.sum(quantity);
            count += slice.count(quantity);
        }
        return sum / count;
    }

    /** The mean of each pollutant by its ordinal, NaN where there is none. */
    double[] meansByPollutant() {
        return Pollutant.all().stream().mapToDouble(each -> mean(each.quantity())).toArray();
    }

    /** Adds pollutants and the newest weather to a result. */
    Results describe(Results result) {
        Pollutant.all().forEach(each -> result.figure(each.quantity(), mean(each.quantity())));
        result.figure("readings", readings());
        weather.ifPresent(newest -> {
            WEATHER.forEach((quantity, name) -> result.figure(name, newest.last(quantity)));
            result.label("weather_station", newest.placeId());
        });
        return result;
    }
}

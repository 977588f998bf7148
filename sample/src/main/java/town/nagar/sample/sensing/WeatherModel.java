package town.nagar.sample.sensing;

import java.util.Optional;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Values;
import town.nagar.sample.sensing.TownWeather.Sky;

/** An automatic weather station. */
final class WeatherModel implements SensorModel {
    private final TownWeather weather;
    private final double hoursBetween;

    WeatherModel(TownWeather weather, int intervalSeconds) {
        this.weather = weather;
        this.hoursBetween = intervalSeconds / 3_600.0;
    }

    @Override
    public Optional<Values> at(TownTime time) {
        Sky sky = weather.at(time);
        return Optional.of(
                new Measured(Domain.WEATHER)
                        .set("temperature", sky.temperatureC(), 1)
                        .set("humidity", sky.humidityPercent(), 0)
                        .set("rainfall_mm", sky.rainMmPerHour() * hoursBetween, 1)
                        .set("wind_speed", sky.windMPerS(), 1)
                        .set("wind_direction", weather.windDirection(time), 0)
                        .set("pressure_hpa", weather.pressureHpa(time), 1)
                        .set("dew_point", dewPointC(sky), 1)
                        .set("solar_radiation", sky.radiationWPerM2(), 0)
                        .set("cloud_cover", sky.cloudShare() * 100, 0)
                        .values());
    }

    /** By the Magnus formula with the constants of FAO-56, equation 11. */
    private static double dewPointC(Sky sky) {
        double t = sky.temperatureC();
        double gamma = StrictMath.log(sky.humidityPercent() / 100) + 17.27 * t / (237.3 + t);
        return 237.3 * gamma / (17.27 - gamma);
    }
}

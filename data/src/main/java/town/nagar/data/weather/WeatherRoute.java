package town.nagar.data.weather;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import town.nagar.contracts.Domain;
import town.nagar.data.history.Fold;
import town.nagar.data.history.History;
import town.nagar.data.history.Measurements;
import town.nagar.data.history.Rollup;
import town.nagar.data.history.Subjects;
import town.nagar.kit.http.Query;

/** {@code GET /v1/data/weather}. */
@RestController
public final class WeatherRoute {
    private static final Map<String, String> KEPT =
            Map.of(
                    "temperature", "avg_temperature",
                    "humidity", "avg_humidity",
                    "rainfall_mm", "sum_rainfall_mm",
                    "wind_speed", "avg_wind_speed",
                    "wind_direction", "degrees(atan2(-wind_east, -wind_north))",
                    "pressure_hpa", "avg_pressure_hpa",
                    "dew_point", "avg_dew_point",
                    "solar_radiation", "avg_solar_radiation",
                    "cloud_cover", "avg_cloud_cover",
                    "snowfall_mm", "sum_snowfall_mm");

    /** What the weather's tables hold. A bucket adds up rain; winds add as arrows do. */
    public static final Measurements WEATHER =
            new Measurements(
                    Domain.WEATHER,
                    "weather_measurements",
                    "sensor_id",
                    "station_id",
                    Measurements.quantities(
                            Domain.WEATHER,
                            Map.of(
                                    "rainfall_mm", Fold.SUM,
                                    "snowfall_mm", Fold.SUM,
                                    "wind_direction", Fold.DIRECTION),
                            List.of()),
                    List.of(),
                    List.of(),
                    List.of(
                            new Rollup("weather_hourly", "hour", 3600, KEPT),
                            new Rollup("weather_daily", "day", 86_400, KEPT)));

    private final History history;
    private final Subjects subjects;

    public WeatherRoute(History history, Subjects subjects) {
        this.history = history;
        this.subjects = subjects;
    }

    @GetMapping("/v1/data/weather")
    void history(HttpServletRequest request, HttpServletResponse response)
            throws SQLException, IOException {
        Query query = Query.of(request, History.parameters("station"));
        history.answer(
                WEATHER, subjects.find(WEATHER, query.find("station")), query, request, response);
    }
}

package town.nagar.data.rollups;

import static town.nagar.data.rollups.Derivation.avg;
import static town.nagar.data.rollups.Derivation.columns;
import static town.nagar.data.rollups.Derivation.sum;
import static town.nagar.data.rollups.Derivation.weighted;

import java.util.List;
import java.util.SequencedMap;

/** What is derived in each domain; finer buckets before those made of them. */
final class Derivations {
    private static final SequencedMap<String, String> TRAFFIC =
            columns(
                    "readings", "count(*)",
                    "avg_vehicle_count", avg("vehicle_count::float8"),
                    "sum_vehicle_count", sum("vehicle_count::float8"),
                    "avg_speed", avg("average_speed"),
                    "min_speed", "min(average_speed)",
                    "max_speed", "max(average_speed)",
                    "avg_occupancy", avg("occupancy_percentage"),
                    "avg_congestion", avg("congestion_level::float8"),
                    "max_congestion", "max(congestion_level)",
                    "avg_pcu_per_hour", avg("pcu_per_hour"),
                    "max_pcu_per_hour", "max(pcu_per_hour)");

    private static final SequencedMap<String, String> TRAFFIC_OF_HOURS =
            columns(
                    "readings", sum("readings"),
                    "avg_vehicle_count", weighted("avg_vehicle_count"),
                    "sum_vehicle_count", sum("sum_vehicle_count"),
                    "avg_speed", weighted("avg_speed"),
                    "min_speed", "min(min_speed)",
                    "max_speed", "max(max_speed)",
                    "avg_occupancy", weighted("avg_occupancy"),
                    "avg_congestion", weighted("avg_congestion"),
                    "max_congestion", "max(max_congestion)",
                    "avg_pcu_per_hour", weighted("avg_pcu_per_hour"),
                    "max_pcu_per_hour", "max(max_pcu_per_hour)");

    private static final List<String> ROAD = List.of("road_id", "sensor_id");
    private static final List<String> STATION = List.of("station_id", "sensor_id");

    static final Derivation TRAFFIC_10MIN =
            new Derivation(
                    "traffic_10min",
                    "bucket",
                    "10 minutes",
                    "traffic_measurements",
                    "time",
                    "sensor_id",
                    ROAD,
                    TRAFFIC);

    static final Derivation TRAFFIC_HOURLY =
            new Derivation(
                    "traffic_hourly",
                    "hour",
                    "1 hour",
                    "traffic_measurements",
                    "time",
                    "sensor_id",
                    ROAD,
                    TRAFFIC);

    static final Derivation TRAFFIC_DAILY =
            new Derivation(
                    "traffic_daily",
                    "day",
                    "1 day",
                    "traffic_hourly",
                    "hour",
                    "sensor_id",
                    ROAD,
                    TRAFFIC_OF_HOURS);

    static final Derivation WATER_METER_HOURLY =
            new Derivation(
                    "water_meter_hourly",
                    "hour",
                    "1 hour",
                    "water_measurements",
                    "time",
                    "meter_id",
                    List.of("zone_id", "meter_id"),
                    columns(
                            "meter_type",
                            "max(meter_type)",
                            "readings",
                            "count(*)",
                            "total_consumption",
                            sum("consumption_liters"),
                            "avg_flow_rate",
                            avg("flow_rate"),
                            "min_flow_rate",
                            "min(flow_rate)",
                            "max_flow_rate",
                            "max(flow_rate)",
                            "avg_pressure",
                            avg("pressure_bar"),
                            "min_pressure",
                            "min(pressure_bar)",
                            "max_pressure",
                            "max(pressure_bar)",
                            "avg_tank_level",
                            avg("tank_level"),
                            "avg_ph",
                            avg("ph"),
                            "avg_turbidity",
                            avg("turbidity"),
                            "max_turbidity",
                            "max(turbidity)",
                            "avg_free_chlorine",
                            avg("free_chlorine"),
                            "min_free_chlorine",
                            "min(free_chlorine)",
                            "avg_tds",
                            avg("tds")));

    static final Derivation AGRICULTURE_DAILY =
            new Derivation(
                    "agriculture_daily",
                    "day",
                    "1 day",
                    "agriculture_measurements",
                    "time",
                    "sensor_id",
                    List.of("field_id", "sensor_id"),
                    columns(
                            "readings", "count(*)",
                            "avg_soil_moisture", avg("soil_moisture"),
                            "min_soil_moisture", "min(soil_moisture)",
                            "max_soil_moisture", "max(soil_moisture)",
                            "avg_soil_temperature", avg("soil_temperature"),
                            "avg_ndvi", avg("ndvi"),
                            "sum_irrigation_mm", sum("irrigation_mm"),
                            "avg_temperature", avg("temperature"),
                            "min_temperature", "min(temperature)",
                            "max_temperature", "max(temperature)",
                            "avg_humidity", avg("humidity"),
                            "avg_leaf_wetness", avg("leaf_wetness")));

    static final Derivation MARKET_DAILY =
            new Derivation(
                    "market_daily",
                    "day",
                    "1 day",
                    "market_prices",
                    "time",
                    "sensor_id",
                    List.of("mandi_id", "sensor_id", "commodity"),
                    columns(
                            "readings", "count(*)",
                            "min_price", "min(min_price)",
                            "max_price", "max(max_price)",
                            "avg_modal_price", avg("modal_price"),
                            "sum_arrivals_tonnes", sum("arrivals_tonnes")));

    static final Derivation WEATHER_HOURLY =
            new Derivation(
                    "weather_hourly",
                    "hour",
                    "1 hour",
                    "weather_measurements",
                    "time",
                    "sensor_id",
                    STATION,
                    columns(
                            "readings", "count(*)",
                            "avg_temperature", avg("temperature"),
                            "min_temperature", "min(temperature)",
                            "max_temperature", "max(temperature)",
                            "avg_humidity", avg("humidity"),
                            "sum_rainfall_mm", sum("rainfall_mm"),
                            "avg_wind_speed", avg("wind_speed"),
                            "max_wind_speed", "max(wind_speed)",
                            "wind_east", avg("-wind_speed * sind(wind_direction)"),
                            "wind_north", avg("-wind_speed * cosd(wind_direction)"),
                            "avg_pressure_hpa", avg("pressure_hpa"),
                            "avg_dew_point", avg("dew_point"),
                            "avg_solar_radiation", avg("solar_radiation"),
                            "avg_cloud_cover", avg("cloud_cover"),
                            "sum_snowfall_mm", sum("snowfall_mm")));

    static final Derivation WEATHER_DAILY =
            new Derivation(
                    "weather_daily",
                    "day",
                    "1 day",
                    "weather_hourly",
                    "hour",
                    "sensor_id",
                    STATION,
                    columns(
                            "readings", sum("readings"),
                            "avg_temperature", weighted("avg_temperature"),
                            "min_temperature", "min(min_temperature)",
                            "max_temperature", "max(max_temperature)",
                            "avg_humidity", weighted("avg_humidity"),
                            "sum_rainfall_mm", sum("sum_rainfall_mm"),
                            "avg_wind_speed", weighted("avg_wind_speed"),
                            "max_wind_speed", "max(max_wind_speed)",
                            "wind_east", weighted("wind_east"),
                            "wind_north", weighted("wind_north"),
                            "avg_pressure_hpa", weighted("avg_pressure_hpa"),
                            "avg_dew_point", weighted("avg_dew_point"),
                            "avg_solar_radiation", weighted("avg_solar_radiation"),
                            "avg_cloud_cover", weighted("avg_cloud_cover"),
                            "sum_snowfall_mm", sum("sum_snowfall_mm")));

    private Derivations() {}
}

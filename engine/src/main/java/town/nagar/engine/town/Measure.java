package town.nagar.engine.town;

import java.util.Arrays;
import java.util.Optional;

/** What a run of the town tells; its ordinal is its place among a model's outputs. */
public enum Measure {
    CONGESTION("avg_traffic_congestion", "%"),
    PEAK_CONGESTION("peak_hour_congestion", "%"),
    TRIP_MINUTES("trip_minutes", "min"),
    TRAVEL_HOURS("travel_person_hours", "h/day"),
    WALK_TRIPS("trips_walk", "1/day"),
    CYCLE_TRIPS("trips_cycle", "1/day"),
    BUS_TRIPS("trips_bus", "1/day"),
    AUTO_TRIPS("trips_auto_rickshaw", "1/day"),
    TWO_WHEELER_TRIPS("trips_two_wheeler", "1/day"),
    CAR_TRIPS("trips_car", "1/day"),
    BUS_KM("vehicle_km_bus", "km/day"),
    AUTO_KM("vehicle_km_auto_rickshaw", "km/day"),
    TWO_WHEELER_KM("vehicle_km_two_wheeler", "km/day"),
    CAR_KM("vehicle_km_car", "km/day"),
    FREIGHT_KM("vehicle_km_freight", "km/day"),
    PM25("avg_pollution", "ug/m3"),
    PM25_DAY("pm25_day", "ug/m3"),
    PM25_NIGHT("pm25_night", "ug/m3"),
    AQI("aqi", "1"),
    GOOD_AIR_DAYS("good_air_days", "days"),
    EXPOSURE("pm25_exposure", "ug/m3"),
    EXHAUST("exhaust_pm25", "kg/day"),
    ROAD_DUST("road_dust_pm25", "kg/day"),
    OTHER_SOURCES("other_local_pm25", "kg/day"),
    CAR_LOAD("car_pm25", "kg/day"),
    OUTSIDE("pm25_from_outside", "ug/m3"),
    WATER_SHORTAGE_DAYS("water_shortage_days", "days"),
    WATER_USED("water_litres_per_head", "l/day"),
    WATER_LOST("water_lost_share", "%"),
    SATISFACTION("citizen_satisfaction", "%"),
    PRODUCTIVITY("economic_productivity", "%"),
    CITIZEN_INCOME("citizen_income", "Rs/day"),
    BUSINESS_TURNOVER("business_turnover", "Rs/day"),
    BUSINESS_STAFF("business_staff_hours", "h/day"),
    BUSINESS_WATER("business_water_litres", "l/day"),
    BUSINESS_DELIVERIES("business_deliveries", "1/day"),
    FARM_INCOME("farm_income", "Rs/day"),
    FOOD_PRICE("food_price_index", "%"),
    YIELD("crop_yield_share", "%"),

    /** Trips that would be made today by a vehicle that a rule keeps at home today. */
    RESTRICTED_TRIPS("trips_restricted", "1/day"),

    /** Those of them that are made otherwise. */
    OBEYING_TRIPS("trips_obeying", "1/day");

    private static final Measure[] ALL = values();

    private final String key;
    private final String unit;

    Measure(String key, String unit) {
        this.key = key;
        this.unit = unit;
    }

    /** How many there are. */
    public static int count() {
        return ALL.length;
    }

    /** The measure of a name such as {@code avg_pollution}. */
    public static Optional<Measure> find(String key) {
        return Arrays.stream(ALL).filter(measure -> measure.key.equals(key)).findFirst();
    }

    /** Its name in files. */
    public String key() {
        return key;
    }

    /** Its unit; 1 for a pure number. */
    public String unit() {
        return unit;
    }
}

package town.nagar.streams.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import town.nagar.contracts.Domain;
import town.nagar.contracts.json.ContractJson;
import town.nagar.contracts.readings.Flag;
import town.nagar.contracts.readings.Reading;
import town.nagar.streams.enrich.Sensed;

/**
 * A table of raw readings.
 *
 * @param sensorColumn with {@code time} the primary key
 */
record RawTable(Domain domain, String name, String sensorColumn, List<Column> columns) {
    private static final Map<Domain, RawTable> ALL =
            Map.of(
                    Domain.TRAFFIC, traffic(),
                    Domain.POLLUTION, pollution(),
                    Domain.WATER, water(),
                    Domain.AGRICULTURE, agriculture(),
                    Domain.MARKET, market(),
                    Domain.WEATHER, weather());

    /** Longest kind of meter that its column takes. */
    private static final int METER_TYPE_LENGTH = 20;

    static RawTable of(Domain domain) {
        return java.util.Objects.requireNonNull(ALL.get(domain));
    }

    private static RawTable traffic() {
        Domain domain = Domain.TRAFFIC;
        List<Column> own = new ArrayList<>();
        own.add(Column.count(domain, "vehicle_count"));
        own.add(Column.quantity(domain, "average_speed"));
        own.add(Column.quantity(domain, "occupancy_percentage"));
        own.add(
                Column.integer(
                        "congestion_level", row -> row.derived().figure("congestion_level")));
        own.add(Column.text("level_of_service", row -> row.derived().word("level_of_service")));
        own.add(Column.number("pcu_per_hour", row -> row.derived().figure("pcu_per_hour")));
        own.add(Column.text("congestion_basis", row -> row.derived().word("congestion_basis")));
        own.add(
                Column.integer(
                        "reported_congestion", Column.quantityOf(domain, "congestion_level")));
        own.add(Column.count(domain, "interval_seconds"));
        for (String kind :
                List.of(
                        "two_wheeler",
                        "car",
                        "auto",
                        "lcv",
                        "heavy",
                        "tractor",
                        "cycle",
                        "cycle_rickshaw")) {
            own.add(Column.count(domain, kind + "_count"));
        }
        return table(domain, "traffic_measurements", "sensor_id", "road_id", own);
    }

    private static RawTable pollution() {
        Domain domain = Domain.POLLUTION;
        List<Column> own =
                quantities(
                        domain,
                        "pm25",
                        "pm10",
                        "no2",
                        "so2",
                        "o3",
                        "co",
                        "nh3",
                        "pb",
                        "co2",
                        "nox",
                        "no",
                        "temperature",
                        "humidity");
        own.add(Column.integer("nowcast", row -> row.derived().figure("nowcast")));
        return table(domain, "pollution_measurements", "station_id", "place_id", own);
    }

    private static RawTable water() {
        Domain domain = Domain.WATER;
        List<Column> own =
                quantities(
                        domain,
                        "consumption_liters",
                        "flow_rate",
                        "pressure_bar",
                        "tank_level",
                        "ph",
                        "turbidity",
                        "free_chlorine",
                        "tds");
        own.add(Column.text("meter_type", RawTable::meterType));
        return table(domain, "water_measurements", "meter_id", "zone_id", own);
    }

    private static String meterType(Sensed row) {
        String own = row.reading().labels().getOrDefault("meter_type", "");
        String type = own.isEmpty() ? row.derived().word("meter_type") : own;
        return type.substring(0, Math.min(type.length(), METER_TYPE_LENGTH));
    }

    private static RawTable agriculture() {
        Domain domain = Domain.AGRICULTURE;
        return table(
                domain,
                "agriculture_measurements",
                "sensor_id",
                "field_id",
                quantities(
                        domain,
                        "soil_moisture",
                        "soil_temperature",
                        "ndvi",
                        "irrigation_mm",
                        "temperature",
                        "humidity",
                        "leaf_wetness"));
    }

    private static RawTable market() {
        Domain domain = Domain.MARKET;
        List<Column> own =
                quantities(domain, "min_price", "max_price", "modal_price", "arrivals_tonnes");
        own.add(Column.text("commodity", row -> Series.commodity(row.reading())));
        own.add(Column.text("variety", row -> Series.variety(row.reading())));
        own.add(Column.text("grade", row -> row.reading().labels().getOrDefault("grade", "")));
        return table(domain, "market_prices", "sensor_id", "mandi_id", own);
    }

    private static RawTable weather() {
        Domain domain = Domain.WEATHER;
        return table(
                domain,
                "weather_measurements",
                "sensor_id",
                "station_id",
                quantities(
                        domain,
                        "temperature",
                        "humidity",
                        "rainfall_mm",
                        "wind_speed",
                        "wind_direction",
                        "pressure_hpa",
                        "dew_point",
                        "solar_radiation",
                        "cloud_cover",
                        "snowfall_mm"));
    }

    private static List<Column> quantities(Domain domain, String... names) {
        List<Column> columns = new ArrayList<>();
        for (String name : names) {
            columns.add(Column.quantity(domain, name));
        }
        return columns;
    }

    private static RawTable table(
            Domain domain, String name, String sensor, String place, List<Column> own) {
        List<Column> all = new ArrayList<>();
        all.add(Column.time("time", row -> row.reading().eventTime().toEpochMilli()));
        all.add(Column.text(sensor, row -> row.reading().sensorId()));
        all.add(Column.text(place, row -> row.reading().placeId()));
        all.add(Column.number("lat", Sensed::lat));
        all.add(Column.number("lon", Sensed::lon));
        all.addAll(own);
        all.add(Column.text("quality", row -> quality(row.reading().flags())));
        all.add(Column.time("received_at", row -> row.reading().receivedAt().toEpochMilli()));
        all.add(Column.bigint("ingest_id", row -> row.reading().ingestId()));
        all.add(Column.text("source", row -> row.reading().source()));
        all.add(Column.json("metadata", row -> metadata(row.reading())));
        return new RawTable(domain, name, sensor, List.copyOf(all));
    }

    private static String quality(Set<Flag> flags) {
        return flags.isEmpty()
                ? ""
                : flags.stream().sorted().map(Flag::word).collect(Collectors.joining(","));
    }

    private static String metadata(Reading reading) {
        return reading.labels().isEmpty()
                ? ""
                : new String(
                        ContractJson.write(new TreeMap<>(reading.labels())),
                        java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Makes the session's table of incoming rows, emptied by each commit. */
    String createIncoming() {
        return "CREATE TEMP TABLE incoming ON COMMIT DELETE ROWS AS SELECT %s FROM %s WITH NO DATA"
                .formatted(names(), name);
    }

    String copyIncoming() {
        return copyInto("incoming");
    }

    /** Stores rows none of which is there yet. */
    String copy() {
        return copyInto(name);
    }

    private String copyInto(String target) {
        return "COPY %s (%s) FROM STDIN (FORMAT binary)".formatted(target, names());
    }

    /** Moves incoming rows over; of the same sensor and time the greatest ingest id stays. */
    String upsertIncoming() {
        String set =
                columns.stream()
                        .map(Column::quoted)
                        .filter(column -> !isKey(column))
                        .map(column -> column + " = excluded." + column)
                        .collect(Collectors.joining(", "));
        return ("INSERT INTO %s AS stored (%s) SELECT %s FROM incoming ON CONFLICT (time, %s)"
                        + " DO UPDATE SET %s WHERE excluded.ingest_id >= stored.ingest_id")
                .formatted(name, names(), names(), sensorColumn, set);
    }

    private boolean isKey(String quoted) {
        return quoted.equals("\"time\"") || quoted.equals('"' + sensorColumn + '"');
    }

    private String names() {
        return columns.stream().map(Column::quoted).collect(Collectors.joining(", "));
    }
}

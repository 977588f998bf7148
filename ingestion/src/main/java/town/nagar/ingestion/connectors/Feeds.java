package town.nagar.ingestion.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import town.nagar.contracts.Domain;

/**
 * Reads the answers of Indian open data as messages for the door.
 *
 * <p>Numbers may be texts; "NA" and blanks are no values; a record that lacks its time, name or all
 * values is left out and counted.
 */
final class Feeds {
    private static final JsonMapper JSON = new JsonMapper();
    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    /** Carbon monoxide is left out: the feed does not say in which unit it is. */
    private static final Map<String, String> POLLUTANTS =
            Map.of(
                    "PM2.5", "pm25", "PM10", "pm10", "NO2", "no2", "SO2", "so2", "OZONE", "o3",
                    "NH3", "nh3");

    private Feeds() {}

    /** A message of a feed. */
    record Message(Domain domain, String json) {}

    /**
     * What a page gave.
     *
     * @param records how many records it had
     * @param unread how many of them could not be read
     */
    record Page(List<Message> messages, int records, int unread) {}

    static Page read(ConnectorSpec.Kind kind, byte[] body) throws FetchException {
        JsonNode root = parse(body);
        return switch (kind) {
            case DATA_GOV_IN_AQI -> airQuality(list(root, "records"));
            case AGMARKNET -> prices(list(root, "records"));
            case IMD_CURRENT -> currentWeather(list(root, ""));
            case IMD_CITY -> cityWeather(list(root, ""));
            case CSV, JSON -> throw new IllegalArgumentException("read by a mapping: " + kind);
        };
    }

    private static JsonNode parse(byte[] body) throws FetchException {
        try {
            JsonNode root = JSON.readTree(body);
            if (root != null && root.isContainerNode()) {
                return root;
            }
        } catch (IOException e) {
            throw new FetchException("the answer is not JSON", e);
        }
        throw new FetchException("the answer is neither an object nor an array");
    }

    /** A list in a field, the list itself, or a single record. */
    private static List<JsonNode> list(JsonNode root, String field) throws FetchException {
        JsonNode found = field.isEmpty() ? root : root.path(field);
        if (found.isObject() && field.isEmpty()) {
            return List.of(found);
        }
        if (!found.isArray()) {
            throw new FetchException("the answer has no list '%s'".formatted(field));
        }
        List<JsonNode> records = new ArrayList<>();
        found.forEach(records::add);
        return records;
    }

    /** One message a station and hour; the feed has a record for each pollutant. */
    private static Page airQuality(List<JsonNode> records) {
        Map<String, ObjectNode> byStation = new LinkedHashMap<>();
        int unread = 0;
        for (JsonNode record : records) {
            Optional<String> time =
                    time(text(record, "last_update"), "dd-MM-yyyy HH:mm:ss", LocalTime.MIDNIGHT);
            String station = word(text(record, "station"));
            if (time.isEmpty() || station.isEmpty()) {
                unread++;
                continue;
            }
            ObjectNode message =
                    byStation.computeIfAbsent(
                            station + time.get(),
                            key -> stationMessage(station, time.get(), record));
            String pollutant =
                    POLLUTANTS.getOrDefault(
                            text(record, "pollutant_id").toUpperCase(Locale.ROOT), "");
            if (!pollutant.isEmpty()) {
                number(record, "pollutant_avg", "avg_value")
                        .ifPresent(value -> message.withObject("/values").put(pollutant, value));
            }
        }
        return new Page(messages(Domain.POLLUTION, byStation.values()), records.size(), unread);
    }

    private static ObjectNode stationMessage(String station, String time, JsonNode record) {
        ObjectNode message = message("CPCB-" + station, time);
        ObjectNode labels = message.withObject("/labels");
        labels.put("averaging", "24h");
        labels.put("basis", "average published by data.gov.in");
        put(labels, "city", text(record, "city"));
        Optional<Double> lat = number(record, "latitude");
        Optional<Double> lon = number(record, "longitude");
        if (lat.isPresent() && lon.isPresent()) {
            message.put("lat", lat.get());
            message.put("lon", lon.get());
        }
        return message;
    }

    private static Page prices(List<JsonNode> records) {
        List<ObjectNode> messages = new ArrayList<>();
        int unread = 0;
        for (JsonNode record : records) {
            Optional<String> time =
                    time(
                            text(record, "arrival_date", "Arrival_Date"),
                            "dd/MM/yyyy",
                            LocalTime.MIDNIGHT);
            String mandi = word(text(record, "market", "Market"));
            String commodity = word(text(record, "commodity", "Commodity"));
            if (time.isEmpty() || mandi.isEmpty() || commodity.isEmpty()) {
                unread++;
                continue;
            }
            String variety = word(text(record, "variety", "Variety"));
            String series = variety.isEmpty() ? "" : ":" + variety;
            ObjectNode message = message(mandi + ":" + commodity + series, time.get());
            ObjectNode values = message.withObject("/values");
            number(record, "min_price", "Min_Price", "Min_x0020_Price")
                    .ifPresent(price -> values.put("min_price", price));
            number(record, "max_price", "Max_Price", "Max_x0020_Price")
                    .ifPresent(price -> values.put("max_price", price));
            number(record, "modal_price", "Modal_Price", "Modal_x0020_Price")
                    .ifPresent(price -> values.put("modal_price", price));
            ObjectNode labels = message.withObject("/labels");
            put(labels, "mandi", text(record, "market", "Market"));
            put(labels, "commodity", text(record, "commodity", "Commodity"));
            put(labels, "variety", text(record, "variety", "Variety"));
            put(labels, "grade", text(record, "grade", "Grade"));
            put(labels, "district", text(record, "district", "District"));
            messages.add(message);
        }
        return new Page(messages(Domain.MARKET, messages), records.size(), unread);
    }

    /** Rain of 24 hours is a label: the table's rain is since the last reading. */
    private static Page currentWeather(List<JsonNode> records) {
        List<ObjectNode> messages = new ArrayList<>();
        int unread = 0;
        for (JsonNode record : records) {
            String station = word(text(record, "Station_Id", "Station Id", "Station"));
            Optional<String> time =
                    time(
                            text(record, "Date of Observation", "Date_of_Observation")
                                    + " "
                                    + text(record, "Time"),
                            "yyyy-MM-dd H[:mm][:ss]",
                            LocalTime.MIDNIGHT);
            if (station.isEmpty() || time.isEmpty()) {
                unread++;
                continue;
            }
            ObjectNode message = message("IMD-" + station, time.get());
            ObjectNode values = message.withObject("/values");
            ObjectNode units = message.withObject("/units");
            number(record, "Temperature").ifPresent(v -> values.put("temperature", v));
            number(record, "Humidity").ifPresent(v -> values.put("humidity", v));
            number(record, "Wind Direction", "Wind_Direction")
                    .ifPresent(v -> values.put("wind_direction", v));
            number(record, "Wind Speed KMPH", "Wind Speed", "Wind_Speed")
                    .ifPresent(v -> {
                        values.put("wind_speed", v);
                        units.put("wind_speed", "km/h");
                    });
            number(record, "Nebulosity")
                    .ifPresent(v -> {
                        values.put("cloud_cover", v);
                        units.put("cloud_cover", "okta");
                    });
            ObjectNode labels = message.withObject("/labels");
            put(labels, "rain_24h_mm", text(record, "Last 24 hrs Rainfall"));
            put(labels, "station", text(record, "Station"));
            messages.add(message);
        }
        return new Page(messages(Domain.WEATHER, messages), records.size(), unread);
    }

    /** What was observed at 08:30; forecasts in the same record are no readings. */
    private static Page cityWeather(List<JsonNode> records) {
        List<ObjectNode> messages = new ArrayList<>();
        int unread = 0;
        for (JsonNode record : records) {
            String station = word(text(record, "Station_Code", "Station_Name"));
            Optional<String> time = time(text(record, "Date"), "yyyy-MM-dd", LocalTime.of(8, 30));
            if (station.isEmpty() || time.isEmpty()) {
                unread++;
                continue;
            }
            ObjectNode message = message("IMD-CITY-" + station, time.get());
            ObjectNode values = message.withObject("/values");
            number(record, "Relative_Humidity_at_0830").ifPresent(v -> values.put("humidity", v));
            number(record, "Past_24_hrs_Rainfall").ifPresent(v -> values.put("rainfall_mm", v));
            ObjectNode labels = message.withObject("/labels");
            put(labels, "rain_period", "24h to 08:30 IST");
            put(labels, "max_temperature", text(record, "Today_Max_temp"));
            put(labels, "min_temperature", text(record, "Today_Min_temp"));
            put(labels, "station", text(record, "Station_Name"));
            messages.add(message);
        }
        return new Page(messages(Domain.WEATHER, messages), records.size(), unread);
    }

    private static ObjectNode message(String sensorId, String time) {
        ObjectNode message = JSON.createObjectNode();
        message.put("sensor_id", sensorId.substring(0, Math.min(50, sensorId.length())));
        message.put("event_time", time);
        return message;
    }

    private static List<Message> messages(Domain domain, Iterable<ObjectNode> nodes) {
        List<Message> messages = new ArrayList<>();
        for (ObjectNode node : nodes) {
            if (!node.path("values").isEmpty()) {
                messages.add(new Message(domain, node.toString()));
            }
        }
        return messages;
    }

    private static String text(JsonNode record, String... names) {
        for (String name : names) {
            JsonNode value = record.path(name);
            if (value.isValueNode() && !value.asText().isBlank()) {
                return value.asText().strip();
            }
        }
        return "";
    }

    private static Optional<Double> number(JsonNode record, String... names) {
        try {
            double value = Double.parseDouble(text(record, names).replace(",", ""));
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty(); // NA, None, blank
        }
    }

    private static Optional<String> time(String text, String pattern, LocalTime whenNone) {
        try {
            DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
            LocalDateTime local =
                    pattern.contains("H")
                            ? LocalDateTime.parse(text, formatter)
                            : LocalDate.parse(text, formatter).atTime(whenNone);
            return Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local.atZone(INDIA)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String word(String text) {
        return text.replaceAll("[^A-Za-z0-9_.-]+", "_").replaceAll("^_+|_+$", "");
    }

    private static void put(ObjectNode labels, String name, String value) {
        if (!value.isEmpty() && !value.equals("NA")) {
            labels.put(name, value.substring(0, Math.min(200, value.length())));
        }
    }
}

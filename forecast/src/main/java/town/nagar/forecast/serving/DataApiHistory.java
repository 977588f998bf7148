package town.nagar.forecast.serving;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import town.nagar.forecast.series.TimeGrid;

/** History as the Data API tells it. */
final class DataApiHistory implements History {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_PAGES = 50;
    private static final int PAGE = 20_000;
    private static final int NO_SUCH = 404;
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final HttpClient client;
    private final URI api;

    /**
     * A history behind an address.
     *
     * @param api such as {@code http://127.0.0.1:8080}
     */
    DataApiHistory(HttpClient client, URI api) {
        this.client = client;
        this.api = api;
    }

    @Override
    public Map<String, double[]> read(Measure measure, TimeGrid grid) throws IOException {
        Map<String, double[]> values = new HashMap<>();
        switch (measure.domain()) {
            case TRAFFIC, WATER, MARKET -> pages(measure, grid, values);
            case POLLUTION -> {
                for (String station : stations()) {
                    station(measure, grid, station, values);
                }
            }
            case AGRICULTURE, WEATHER -> {} // no harvests are stored
        }
        return values;
    }

    @Override
    public boolean knows(Measure measure, String place) throws IOException {
        String id = place.split(":", 2)[0];
        return find("/v1/%s/%s".formatted(collection(measure), encoded(id))).isPresent();
    }

    private static String collection(Measure measure) {
        return switch (measure.domain()) {
            case TRAFFIC -> "roads";
            case POLLUTION -> "stations";
            case WATER -> "zones";
            case MARKET -> "mandis";
            case AGRICULTURE -> "fields";
            case WEATHER -> "weather-stations";
        };
    }

    @Override
    public Map<String, String> wards(Measure measure) throws IOException {
        Map<String, String> wards = new HashMap<>();
        String collection = collection(measure);
        for (JsonNode place : get("/v1/" + collection).path("features")) {
            String id = place.path("id").asText();
            String ward =
                    collection.equals("zones")
                            ? id
                            : place.at("/properties/labels/zone").asText("");
            if (!ward.isEmpty()) {
                wards.put(id, ward);
            }
        }
        return wards;
    }

    private List<String> stations() throws IOException {
        List<String> ids = new ArrayList<>();
        for (JsonNode station : get("/v1/stations").path("features")) {
            ids.add(station.path("id").asText());
        }
        return ids;
    }

    private static String window(TimeGrid grid) {
        return "start=%s&end=%s"
                .formatted(
                        IndianTime.instant(grid.at(0)), IndianTime.instant(grid.at(grid.length())));
    }

    private void station(
            Measure measure, TimeGrid grid, String station, Map<String, double[]> values)
            throws IOException {
        String parameter =
                switch (measure) {
                    case PM25 -> "PM2.5";
                    case PM10 -> "PM10";
                    default -> "AQI";
                };
        JsonNode answer =
                get(
                        "/v1/data/pollution?resolution=1h&per_page=%d&station=%s&parameter=%s&%s"
                                .formatted(PAGE, encoded(station), parameter, window(grid)));
        for (JsonNode item : rows(answer)) {
            put(grid, item, station, item.path("value"), values);
        }
    }

    private void pages(Measure measure, TimeGrid grid, Map<String, double[]> values)
            throws IOException {
        String path =
                "/v1/data/%s?resolution=%s&metrics=%s&per_page=%d&%s"
                        .formatted(
                                measure.domain().word(),
                                grid.step().isDay() ? "1d" : "1h",
                                measure.quantity(),
                                PAGE,
                                window(grid));
        String next = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode answer = get(next.isEmpty() ? path : path + "&cursor=" + encoded(next));
            for (JsonNode item : rows(answer)) {
                JsonNode metrics = item.path("metrics");
                put(grid, item, place(item, metrics), metrics.path(measure.quantity()), values);
            }
            next = answer.path("pagination").path("next").asText("");
            if (next.isEmpty() || next.equals("null")) {
                return;
            }
        }
        throw new IOException("the Data API has no end of pages for " + measure.model());
    }

    private static JsonNode rows(JsonNode answer) throws IOException {
        if (!answer.path("data").isArray()) {
            throw new IOException("the Data API's answer has no list 'data'");
        }
        return answer.path("data");
    }

    /** The place of a row; at a mandi, with its commodity. */
    private static String place(JsonNode item, JsonNode metrics) {
        JsonNode location = item.path("location");
        for (String name : List.of("road_id", "zone_id", "mandi_id")) {
            if (location.has(name)) {
                String id = location.path(name).asText();
                return name.equals("mandi_id") ? id + ":" + metrics.path("commodity").asText() : id;
            }
        }
        return "";
    }

    private static void put(
            TimeGrid grid,
            JsonNode item,
            String place,
            JsonNode value,
            Map<String, double[]> values)
            throws IOException {
        int index = grid.indexAtOrBefore(IndianTime.local(time(item)));
        if (place.isEmpty() || !value.isNumber() || index < 0 || index >= grid.length()) {
            return;
        }
        double[] slots =
                values.computeIfAbsent(
                        place,
                        _ -> {
                            double[] fresh = new double[grid.length()];
                            Arrays.fill(fresh, Double.NaN);
                            return fresh;
                        });
        slots[index] = value.asDouble();
    }

    private static Instant time(JsonNode item) throws IOException {
        try {
            return Instant.parse(item.path("timestamp").asText());
        } catch (DateTimeParseException e) {
            throw new IOException("the Data API's answer has a row without a timestamp", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonNode get(String path) throws IOException {
        return find(path).orElseThrow(() -> new IOException("the Data API does not know " + path));
    }

    /** The answer to a question; empty where there is no such thing. */
    private Optional<JsonNode> find(String path) throws IOException {
        HttpResponse<String> answer = ask(path);
        if (answer.statusCode() == NO_SUCH) {
            return Optional.empty();
        }
        if (answer.statusCode() != 200) {
            throw new IOException(
                    "the Data API answered %d to %s".formatted(answer.statusCode(), path));
        }
        try {
            return Optional.of(JSON.readTree(answer.body()));
        } catch (JsonProcessingException e) {
            throw new IOException("the Data API's answer to %s is no JSON".formatted(path), e);
        }
    }

    private HttpResponse<String> ask(String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(api.resolve(path)).timeout(PATIENCE).build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}

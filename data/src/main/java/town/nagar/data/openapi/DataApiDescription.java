package town.nagar.data.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Says of each route of the Data API what it takes and gives; routes of others are left alone. */
public final class DataApiDescription implements OpenApiCustomizer {
    private static final String PAGE =
            "{\"total\": 1440, \"page\": 1, \"per_page\": 100, \"next\": \"MTc3MDM2NDgwMDAwMC4x\"}";

    private static final String TRAFFIC =
            "{\"data\": [{\"timestamp\": \"2026-02-06T08:00:00Z\", \"location\": {\"road_id\":"
                    + " \"R001\", \"coordinates\": [23.0225, 72.5714]}, \"metrics\":"
                    + " {\"vehicle_count\": 450, \"average_speed\": 35.5, \"congestion_level\": 65},"
                    + " \"sensor_id\": \"T001\"}], \"resolution\": \"raw\", \"pagination\": "
                    + PAGE
                    + "}";

    private static final String POLLUTION =
            "{\"station_id\": \"P001\", \"location\": [23.0225, 72.5714], \"parameter\": \"PM2.5\","
                    + " \"unit\": \"\u00b5g/m\u00b3\", \"resolution\": \"1h\", \"data\":"
                    + " [{\"timestamp\": \"2026-02-06T07:30:00Z\", \"value\": 85.5, \"aqi\": 186,"
                    + " \"category\": \"Moderate\", \"prominent_pollutant\": \"PM2.5\","
                    + " \"sub_index\": 186}], \"statistics\": {\"min\": 45.2, \"max\": 125.8,"
                    + " \"mean\": 82.3, \"std\": 18.5}}";

    private static final String LATEST =
            "{\"data\": [{\"sensor_id\": \"T001\", \"place_id\": \"R001\", \"timestamp\":"
                    + " \"2026-02-06T08:00:00Z\", \"metrics\": {\"vehicle_count\": 45}, \"stale\":"
                    + " false}], \"missing\": [], \"source\": \"cache\", \"as_of\":"
                    + " \"2026-02-06T08:00:20Z\"}";

    private static final String ROADS =
            "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"id\":"
                    + " \"R001\", \"geometry\": {\"type\": \"LineString\", \"coordinates\":"
                    + " [[72.57, 23.02], [72.58, 23.03]]}, \"properties\": {\"kind\": \"road\"}}]}";

    private static final String BAD =
            "{\"error\": {\"code\": \"INVALID_PARAMETER\", \"message\": \"Invalid resolution. Must"
                    + " be one of: raw, 1m, 10m, 1h, 1d, auto\", \"details\": {\"parameter\":"
                    + " \"resolution\", \"provided\": \"5s\", \"allowed\": [\"raw\", \"1m\","
                    + " \"10m\", \"1h\", \"1d\", \"auto\"]}, \"request_id\": \"req-1\","
                    + " \"timestamp\": \"2026-02-06T08:00:00Z\"}}";

    /**
     * What is said of a route.
     *
     * @param tag the group it is shown in
     * @param schema the shape of its answer
     * @param example an answer, or nothing
     */
    private record Route(
            String path,
            String tag,
            String id,
            String summary,
            List<Parameter> parameters,
            String schema,
            String example) {
        private Route {
            parameters = List.copyOf(parameters);
        }
    }

    private static Stream<Route> routes() {
        return Stream.of(histories(), places(), alerts()).flatMap(routes -> routes);
    }

    private static Stream<Route> histories() {
        return Stream.of(
                history(
                        "traffic",
                        "Vehicles, speeds and congestion of roads",
                        Parameters.text("location", "Id of a road or sensor", "R001")),
                history(
                        "water",
                        "Consumption, flow and pressure of zones and meters",
                        Parameters.text("zone", "Id of a zone", "Z001"),
                        Parameters.text("meter", "Id of a meter; goes before zone", "W001")),
                history(
                        "agriculture",
                        "Soil and air of fields",
                        Parameters.text("field", "Id of a field or sensor", "F001")),
                history(
                        "market",
                        "Prices and arrivals of mandis, INR a quintal and tonnes",
                        Parameters.text("mandi", "Id of a mandi", "M001"),
                        Parameters.text("series", "Id of one series", "M001:wheat"),
                        Parameters.text("commodity", "Of this commodity only", "wheat")),
                history(
                        "weather",
                        "Weather at stations",
                        Parameters.text("station", "Id of a station or sensor", "W001")),
                new Route(
                        "/v1/data/pollution",
                        "Data",
                        "pollutionHistory",
                        "One parameter of one air quality station, with the National AQI",
                        List.of(
                                Parameters.required("station", "Id of a station or sensor", "P001"),
                                Parameters.text(
                                        "parameter",
                                        "PM2.5 (if not given), PM10, NO2, SO2, O3, CO, NH3, Pb,"
                                                + " CO2, NOx, NO, temperature, humidity or AQI",
                                        "PM2.5"),
                                Parameters.integer(
                                        "hours", "Length where start is not given", 24, 1, 8784),
                                Parameters.start(),
                                Parameters.end(),
                                Parameters.word(
                                        "resolution",
                                        "Readings, or means of Indian hours or days",
                                        "1h",
                                        "raw",
                                        "1h",
                                        "1d"),
                                Parameters.integer("page", "From 1", 1, 1, 1_000_001),
                                Parameters.integer("per_page", "Rows a page", 20_000, 1, 20_000)),
                        "PollutionHistory",
                        POLLUTION),
                new Route(
                        "/v1/data/{domain}/latest",
                        "Data",
                        "latest",
                        "The newest value of each sensor, by event time",
                        List.of(
                                Parameters.text(
                                        "ids",
                                        "Up to 1000 ids of sensors or places, or"
                                                + " @kind:place for results of windows, joined by"
                                                + " commas; without it, all of the domain",
                                        "T001,T002,@traffic_minute:R001")),
                        "Latest",
                        LATEST));
    }

    private static Route history(String domain, String summary, Parameter... own) {
        return new Route(
                "/v1/data/" + domain,
                "Data",
                domain + "History",
                summary,
                Parameters.history(own),
                "History",
                domain.equals("traffic") ? TRAFFIC : "");
    }

    private static Stream<Route> places() {
        Stream<Route> sensors =
                Stream.of(
                        new Route(
                                "/v1/sensors",
                                "Places",
                                "listSensors",
                                "Sensors as GeoJSON",
                                Parameters.map(
                                        Parameters.domain(),
                                        Parameters.text("place", "At this place", "R001")),
                                "FeatureCollection",
                                ""),
                        one("sensors", "sensor"));
        Map<String, String> kinds =
                Map.of(
                        "roads", "road",
                        "zones", "zone",
                        "stations", "station",
                        "fields", "field",
                        "mandis", "mandi",
                        "weather-stations", "weatherStation");
        Stream<Route> places =
                kinds.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .flatMap(kind ->
                                Stream.of(
                                        new Route(
                                                "/v1/" + kind.getKey(),
                                                "Places",
                                                "list_" + kind.getKey().replace("-", "_"),
                                                kind.getKey().replace("-", " ") + " as GeoJSON",
                                                Parameters.map(),
                                                "FeatureCollection",
                                                kind.getKey().equals("roads") ? ROADS : ""),
                                        one(kind.getKey(), kind.getValue())));
        return Stream.concat(sensors, places);
    }

    private static Route one(String collection, String name) {
        return new Route(
                "/v1/" + collection + "/{id}",
                "Places",
                "get_" + name,
                "One of the " + collection.replace("-", " ") + " as a GeoJSON feature",
                List.of(),
                "Feature",
                "");
    }

    private static Stream<Route> alerts() {
        return Stream.of(
                new Route(
                        "/v1/alerts",
                        "Alerts",
                        "listAlerts",
                        "Alert episodes, newest first",
                        List.of(
                                Parameters.word(
                                        "status", "", "", "active", "acknowledged", "resolved"),
                                Parameters.word(
                                        "severity", "", "", "critical", "high", "medium", "low"),
                                Parameters.domain(),
                                Parameters.text("place", "At this place", "R001"),
                                Parameters.text("type", "Of this rule", "traffic_congestion"),
                                Parameters.text(
                                        "start", "Opened then or later", "2026-02-06T00:00:00Z"),
                                Parameters.text("end", "Opened before", "2026-02-07T00:00:00Z"),
                                Parameters.integer("page", "From 1", 1, 1, 1000),
                                Parameters.integer("per_page", "Episodes a page", 100, 1, 1000)),
                        "Alerts",
                        ""),
                new Route(
                        "/v1/alerts/{id}",
                        "Alerts",
                        "getAlert",
                        "One alert episode",
                        List.of(),
                        "Alert",
                        ""));
    }

    @Override
    public void customise(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(new Components());
        }
        Schemas.addTo(api.getComponents());
        api.setInfo(
                new Info()
                        .title("Nagar")
                        .version("1")
                        .description(
                                "The digital twin of an Indian town. Times are UTC; hours and"
                                        + " days of buckets are Indian Standard Time.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
        routes().forEach(route -> describe(route, api));
    }

    private static void describe(Route route, OpenAPI api) {
        Optional.ofNullable(api.getPaths().get(route.path()))
                .map(path -> path.getGet())
                .ifPresent(operation -> describe(route, operation));
    }

    private static void describe(Route route, Operation operation) {
        operation.setTags(List.of(route.tag()));
        operation.setOperationId(route.id());
        operation.setSummary(route.summary());
        route.parameters().forEach(operation::addParametersItem);
        ApiResponses responses = new ApiResponses();
        responses.addApiResponse("200", answer(route));
        responses.addApiResponse("400", error("A parameter is not allowed, or its value", BAD));
        responses.addApiResponse("404", error("There is no such thing", ""));
        responses.addApiResponse("503", error("A server that is needed is away", ""));
        operation.setResponses(responses);
    }

    private static ApiResponse answer(Route route) {
        boolean map = route.schema().startsWith("Feature");
        return new ApiResponse()
                .description(route.summary())
                .content(
                        new Content()
                                .addMediaType(
                                        map ? "application/geo+json" : "application/json",
                                        media(route.schema(), route.example())));
    }

    private static MediaType media(String schema, String example) {
        MediaType media = new MediaType();
        media.setSchema(Schemas.ref(schema));
        if (!example.isEmpty()) {
            media.setExample(example);
        }
        return media;
    }

    private static ApiResponse error(String description, String example) {
        return new ApiResponse()
                .description(description)
                .content(
                        new Content()
                                .addMediaType("application/json", media("Error", example))
                                .addMediaType("application/problem+json", media("Problem", "")));
    }
}

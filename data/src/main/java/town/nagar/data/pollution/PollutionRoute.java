package town.nagar.data.pollution;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import town.nagar.contracts.Domain;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.Point;
import town.nagar.contracts.places.Sensor;
import town.nagar.data.history.History;
import town.nagar.data.history.Sql;
import town.nagar.data.history.Tally.Statistics;
import town.nagar.data.history.Window;
import town.nagar.data.json.AnswerStream;
import town.nagar.data.json.JsonBytes;
import town.nagar.data.places.Registry;
import town.nagar.kit.http.ApiException;
import town.nagar.kit.http.Query;
import town.nagar.norms.air.Naqi;

/** {@code GET /v1/data/pollution}: one parameter of one station, with the index of each hour. */
@RestController
public final class PollutionRoute {
    private static final int MOST_HOURS = 24 * 366;
    private static final int LARGEST_PAGE = 20_000;

    private final DataSource database;
    private final Supplier<Registry> registry;
    private final InstantSource clock;

    public PollutionRoute(DataSource database, Supplier<Registry> registry, InstantSource clock) {
        this.database = database;
        this.registry = registry;
        this.clock = clock;
    }

    @GetMapping("/v1/data/pollution")
    void history(HttpServletRequest request, HttpServletResponse response)
            throws SQLException, IOException {
        Query query =
                Query.of(
                        request,
                        "station",
                        "parameter",
                        "hours",
                        "start",
                        "end",
                        "resolution",
                        "page",
                        "per_page");
        String station = query.get("station", "the id of a station or its sensor");
        Parameter parameter = Parameter.of(query.find("parameter").orElse("PM2.5"));
        String resolution = query.choice("resolution", List.of("raw", "1h", "1d"), "1h");
        Window window = window(query);
        int size = query.integer("per_page", LARGEST_PAGE, 1, LARGEST_PAGE);
        int page = query.integer("page", 1, 1, 1_000_000 / size + 1);
        try (Connection connection = database.getConnection()) {
            Ask ask =
                    new Ask(
                            station,
                            sensors(station, connection),
                            parameter,
                            resolution,
                            window,
                            History.cut(clock.instant()),
                            page,
                            size);
            response.setHeader("Cache-Control", "no-cache");
            connection.setAutoCommit(false);
            try {
                answer(ask, connection, request, response);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** One question, understood. */
    private record Ask(
            String station,
            List<String> sensors,
            Parameter parameter,
            String resolution,
            Window window,
            Instant cut,
            int page,
            int size) {
        private Ask {
            sensors = List.copyOf(sensors);
        }

        private Sql rows() {
            return PollutionSql.rows(sensors, parameter, resolution, window, cut)
                    .then(" LIMIT ? OFFSET ?", size + 1, (page - 1) * size);
        }
    }

    private Window window(Query query) {
        Optional<String> hours = query.find("hours");
        if (hours.isPresent() && query.find("start").isPresent()) {
            throw ApiException.invalidParameter(
                    "hours", hours.get(), "left out where start is given");
        }
        int length = query.integer("hours", 24, 1, MOST_HOURS);
        return Window.of(query, Duration.ofHours(length), clock.instant());
    }

    /** The sensors of a station, or the sensor itself. */
    private List<String> sensors(String id, Connection connection) throws SQLException {
        List<Sensor> there = registry.get().listSensors(Domain.POLLUTION, id);
        if (!there.isEmpty()) {
            return there.stream().map(Sensor::id).toList();
        }
        boolean known = registry.get().findSensor(Domain.POLLUTION, id).isPresent();
        if (known || hasRows(id, connection)) {
            return List.of(id);
        }
        throw ApiException.notFound("station", id);
    }

    private static boolean hasRows(String sensor, Connection connection) throws SQLException {
        Sql query =
                Sql.of(
                        "SELECT EXISTS (SELECT FROM pollution_hourly WHERE station_id = ?)"
                                + " OR EXISTS (SELECT FROM pollution_measurements"
                                + " WHERE station_id = ?)",
                        sensor,
                        sensor);
        try (PreparedStatement statement = query.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private void answer(
            Ask ask,
            Connection connection,
            HttpServletRequest request,
            HttpServletResponse response)
            throws SQLException, IOException {
        Map<String, Map<Instant, Naqi>> open = new HashMap<>();
        for (String sensor : ask.sensors()) {
            open.put(sensor, OpenHours.read(sensor, ask.cut(), ask.window().end(), connection));
        }
        try (PreparedStatement statement = ask.rows().prepare(connection)) {
            statement.setFetchSize(2000);
            try (ResultSet rows = statement.executeQuery();
                    OutputStream out = AnswerStream.open(request, response)) {
                JsonBytes json = new JsonBytes(out);
                head(ask, json);
                PollutionItems items = new PollutionItems(ask.parameter(), open, json);
                boolean more = false;
                while (!more && rows.next()) {
                    if (items.count() < ask.size()) {
                        items.write(rows);
                    } else {
                        more = true;
                    }
                }
                foot(ask, items, more, connection, json);
            }
        }
    }

    private void head(Ask ask, JsonBytes json) throws IOException {
        json.beginObject().name("station_id").string(ask.station());
        Optional<Point> point =
                registry.get()
                        .findPlace(ask.station())
                        .map(Place::point)
                        .or(() ->
                                registry.get()
                                        .findSensor(Domain.POLLUTION, ask.station())
                                        .map(Sensor::point));
        if (point.filter(known -> !known.equals(Point.NOWHERE)).isPresent()) {
            json.name("location").beginArray();
            json.number(point.get().lat()).number(point.get().lon()).endArray();
        }
        json.name("parameter").string(ask.parameter().title());
        json.name("unit").string(ask.parameter().unit());
        json.name("resolution").string(ask.resolution());
        json.name("data").beginArray();
    }

    private static void foot(
            Ask ask, PollutionItems items, boolean more, Connection connection, JsonBytes json)
            throws SQLException, IOException {
        json.endArray().name("statistics");
        boolean whole = !more && ask.page() == 1;
        long total = items.count();
        Statistics statistics = items.statistics();
        if (!whole) {
            PollutionSql.Summary summary = PollutionSql.summary(ask.rows(), connection);
            total = summary.count();
            statistics = summary.statistics();
        }
        History.statistics(statistics, json);
        basis(ask, json);
        json.name("pagination").beginObject().name("total").number(total);
        json.name("page").number(ask.page()).name("per_page").number(ask.size());
        json.endObject().endObject().flush();
    }

    private static void basis(Ask ask, JsonBytes json) throws IOException {
        json.name("basis").beginObject();
        json.name("index").string("National AQI, CPCB 2014");
        json.name("averaging")
                .string(
                        ask.resolution().equals("1d")
                                ? "hours of the Indian calendar day; O3 and CO its last 8 hours"
                                : "24 hours that end with the hour; O3 and CO 8 hours");
        json.name("daily_means")
                .string(
                        "items with averaging 24h: index of the daily means as given, O3 and CO too");
        json.name("rounding").string("round_first").endObject();
    }
}

package town.nagar.data.alerts;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import town.nagar.contracts.Domain;
import town.nagar.contracts.alerts.Severity;
import town.nagar.data.history.Sql;
import town.nagar.data.places.Registry;
import town.nagar.kit.http.ApiException;
import town.nagar.kit.http.Query;

/** {@code GET /v1/alerts} and {@code GET /v1/alerts/{id}}: episodes, newest first. */
@RestController
public final class AlertRoute {
    private static final List<String> STATUSES = List.of("active", "acknowledged", "resolved");

    private final DataSource database;
    private final Supplier<Registry> registry;

    public AlertRoute(DataSource database, Supplier<Registry> registry) {
        this.database = database;
        this.registry = registry;
    }

    @GetMapping("/v1/alerts")
    Map<String, Object> list(HttpServletRequest request) throws SQLException {
        Query query =
                Query.of(
                        request,
                        "status",
                        "severity",
                        "domain",
                        "place",
                        "type",
                        "start",
                        "end",
                        "page",
                        "per_page");
        int size = query.integer("per_page", 100, 1, 1000);
        int page = query.integer("page", 1, 1, 1000);
        Sql where = where(query);
        try (Connection connection = database.getConnection()) {
            Sql rows =
                    Sql.of("SELECT " + AlertDocument.COLUMNS + " FROM alert_episodes")
                            .then(where)
                            .then(
                                    " ORDER BY opened_at DESC, alert_id LIMIT ? OFFSET ?",
                                    size,
                                    (page - 1) * size);
            Map<String, Object> pagination = new LinkedHashMap<>();
            pagination.put("total", count(where, connection));
            pagination.put("page", page);
            pagination.put("per_page", size);
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("data", documents(rows, connection));
            answer.put("pagination", pagination);
            return answer;
        }
    }

    private static Sql where(Query query) {
        Sql where = Sql.of(" WHERE TRUE");
        Optional<String> status = query.find("status");
        if (status.isPresent()) {
            where = where.then(condition(query.choice("status", STATUSES, "active")));
        }
        where = equal(where, "severity", words(query, "severity", severities()));
        where = equal(where, "domain", words(query, "domain", domains()));
        where = equal(where, "place_id", query.find("place"));
        where = equal(where, "rule", query.find("type"));
        where = query.instant("start").map(since(where, "opened_at >= ?")).orElse(where);
        return query.instant("end").map(since(where, "opened_at < ?")).orElse(where);
    }

    private static Function<Instant, Sql> since(Sql where, String condition) {
        return instant -> where.then(" AND " + condition, instant);
    }

    private static String condition(String status) {
        return switch (status) {
            case "resolved" -> " AND cleared_at IS NOT NULL";
            case "acknowledged" -> " AND cleared_at IS NULL AND acknowledged";
            default -> " AND cleared_at IS NULL AND NOT acknowledged";
        };
    }

    private static Optional<String> words(Query query, String name, List<String> allowed) {
        return query.find(name).map(given -> query.choice(name, allowed, given));
    }

    private static List<String> severities() {
        return Arrays.stream(Severity.values()).map(Severity::word).toList();
    }

    private static List<String> domains() {
        return Arrays.stream(Domain.values()).map(Domain::word).toList();
    }

    private static Sql equal(Sql where, String column, Optional<String> value) {
        return value.map(text -> where.then(" AND " + column + " = ?", text)).orElse(where);
    }

    private static long count(Sql where, Connection connection) throws SQLException {
        Sql query = Sql.of("SELECT count(*) FROM alert_episodes").then(where);
        try (PreparedStatement statement = query.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    @GetMapping("/v1/alerts/{id}")
    Map<String, @Nullable Object> get(@PathVariable String id, HttpServletRequest request)
            throws SQLException {
        Query.of(request);
        Sql query =
                Sql.of(
                        "SELECT %s FROM alert_episodes WHERE alert_id = ?"
                                .formatted(AlertDocument.COLUMNS),
                        id);
        try (Connection connection = database.getConnection()) {
            return documents(query, connection).stream()
                    .findFirst()
                    .orElseThrow(() -> ApiException.notFound("alert", id));
        }
    }

    private List<Map<String, @Nullable Object>> documents(Sql query, Connection connection)
            throws SQLException {
        try (PreparedStatement statement = query.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            List<Map<String, @Nullable Object>> documents = new ArrayList<>();
            while (row.next()) {
                documents.add(AlertDocument.of(row, registry.get()));
            }
            return documents;
        }
    }
}

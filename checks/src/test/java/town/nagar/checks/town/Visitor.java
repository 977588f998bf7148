package town.nagar.checks.town;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import town.nagar.checks.bench.Await;
import town.nagar.checks.bench.TownUnderTest;

/** Someone with the town's key who speaks HTTP to it. */
final class Visitor {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TownUnderTest town;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String key;

    Visitor(TownUnderTest town) throws IOException {
        this.town = town;
        key = town.apiKey();
    }

    /** What came back. */
    record Answer(int status, HttpResponse<String> response) {
        /** The body, a missing node if it is no JSON. */
        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (JsonProcessingException e) {
                return MissingNode.getInstance();
            }
        }

        String text() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /** Sends a request; headers are name, value, name, value. */
    Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(town.uri(path))
                        .timeout(Duration.ofSeconds(60))
                        .method(method, body)
                        .setHeader("X-API-Key", key)
                        .setHeader("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Answer post(String path, String body, String... headers) {
        return send("POST", path, BodyPublishers.ofString(body), headers);
    }

    /** Sends readings of a domain under a key of their own. */
    Answer batch(String domain, List<String> readings, String idempotencyKey) {
        return post(
                "/v1/ingest/%s/batch".formatted(domain),
                "[" + String.join(",", readings) + "]",
                "Idempotency-Key",
                idempotencyKey);
    }

    /** Returns once all that streams have written is derived. */
    static void awaitDerived(Connection tables) throws InterruptedException {
        Instant open = Instant.now().minus(Duration.ofMinutes(62));
        String marks =
                "SELECT (SELECT count(*) FROM touched_hours WHERE hour <= '%s')".formatted(open)
                        + " + (SELECT count(*) FROM taken_hours)";
        Await.until("no hour waits", PATIENCE, () -> number(tables, marks) == 0);
    }

    /** Returns once a query's number is this. */
    static void awaitNumber(Connection tables, String sql, long wanted)
            throws InterruptedException {
        Await.until(sql + " is " + wanted, PATIENCE, () -> number(tables, sql) == wanted);
    }

    static long number(Connection tables, String sql) {
        try (Statement statement = tables.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}

package town.nagar.checks.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import town.nagar.checks.bench.TownUnderTest;

/** What the town answers to those who ask or send wrongly: a status, a stable code, no insides. */
@ExtendWith(SharedTown.class)
class RefusalsTest {
    private static final int EIGHT_MEGABYTES = 8_388_608;

    /** Method, path, status, code. */
    private static final List<List<Object>> QUESTIONS =
            List.of(
                    List.of("GET", "/v1/nothing", 404, "NOT_FOUND"),
                    List.of("GET", "/v1/data/noise", 404, "NOT_FOUND"),
                    List.of("PUT", "/v1/data/traffic", 405, "METHOD_NOT_ALLOWED"),
                    List.of("GET", "/v1/ingest/traffic", 405, "METHOD_NOT_ALLOWED"),
                    List.of("GET", "/v1/data/traffic?location=R999999", 404, "NOT_FOUND"),
                    List.of("GET", "/v1/data/traffic?page=-1", 400, "INVALID_PARAMETER"),
                    List.of(
                            "GET",
                            "/v1/data/traffic?per_page=1000000000",
                            400,
                            "INVALID_PARAMETER"),
                    List.of("GET", "/v1/data/traffic?per_page=1e9", 400, "INVALID_PARAMETER"),
                    List.of("GET", "/v1/data/traffic?points=0", 400, "INVALID_PARAMETER"),
                    List.of("GET", "/v1/data/traffic?colour=red", 400, "INVALID_PARAMETER"),
                    List.of("GET", "/v1/data/traffic?location=%00", 400, "INVALID_PARAMETER"),
                    List.of("GET", "/v1/data/traffic?start=yesterday", 400, "INVALID_PARAMETER"),
                    List.of(
                            "GET",
                            "/v1/data/traffic?end=2026-02-30T00:00:00Z",
                            400,
                            "INVALID_PARAMETER"),
                    List.of(
                            "GET",
                            "/v1/data/traffic?start=2026-02-07T00:00:00Z&end=2026-02-06T00:00:00Z",
                            400,
                            "INVALID_PARAMETER"),
                    List.of("GET", "/v1/data/pollution", 400, "INVALID_PARAMETER"),
                    List.of(
                            "GET",
                            "/v1/data/pollution?station=P001&hours=-4",
                            400,
                            "INVALID_PARAMETER"),
                    List.of("GET", "/v1/roads?near=72.57,23.02,500", 400, "COORDINATES_SWAPPED"),
                    List.of(
                            "GET",
                            "/v1/sensors?bbox=23.0,72.4,23.1,72.5",
                            400,
                            "COORDINATES_SWAPPED"),
                    List.of("GET", "/v1/alerts?status=purple", 400, "INVALID_PARAMETER"),
                    List.of("GET", "/v1/admin/dead-letters/77", 404, "NOT_FOUND"),
                    List.of("POST", "/v1/ingest/noise", 404, "NOT_FOUND"));

    @Test
    void aWrongQuestionHasItsStatusAndCodeInBothShapes(TownUnderTest town) throws Exception {
        Visitor visitor = new Visitor(town);
        for (List<Object> question : QUESTIONS) {
            String method = String.valueOf(question.get(0));
            String path = String.valueOf(question.get(1));
            Visitor.Answer answer = visitor.send(method, path, BodyPublishers.ofString("{}"));
            assertThat(answer.status()).as(path).isEqualTo(question.get(2));
            JsonNode error = answer.json().path("error");
            assertThat(error.path("code").asText()).as(path).isEqualTo(question.get(3));
            assertThat(error.path("message").asText()).as(path).isNotBlank();
            assertThat(error.path("request_id").asText()).isEqualTo(answer.header("X-Request-Id"));
            assertThat(Instant.parse(error.path("timestamp").asText())).isBefore(Instant.MAX);
            tellsNothing(answer);

            Visitor.Answer problem =
                    visitor.send(
                            method,
                            path,
                            BodyPublishers.ofString("{}"),
                            "Accept",
                            "application/problem+json");
            assertThat(problem.header("Content-Type")).startsWith("application/problem+json");
            assertThat(problem.json().path("type").asText())
                    .isEqualTo("urn:nagar:error:" + question.get(3));
            assertThat(problem.json().path("status").asInt()).isEqualTo(question.get(2));
            tellsNothing(problem);
        }
    }

    private static void tellsNothing(Visitor.Answer answer) {
        assertThat(answer.text())
                .doesNotContain("Exception")
                .doesNotContain("\tat ")
                .doesNotContain("town.nagar")
                .doesNotContain("/tmp/")
                .doesNotContain("jdbc:");
    }

    @Test
    void aWrongReadingIsToldWhatIsWrongWithIt(TownUnderTest town) throws Exception {
        Visitor visitor = new Visitor(town);
        String reading =
                """
                {"sensor_id":"REFUSED-1","event_time":"%s","values":{"vehicle_count":4}%s}\
                """;
        List<List<String>> wrong =
                List.of(
                        List.of("{\"a\":", "MALFORMED"),
                        List.of("\ufeff", "MALFORMED"),
                        List.of(reading.formatted("2026-02-30T00:00:00Z", ""), "BAD_EVENT_TIME"),
                        List.of(reading.formatted("2026-02-06T08:00:00", ""), "MALFORMED"),
                        List.of(
                                reading.formatted("2099-01-01T00:00:00Z", ""),
                                "EVENT_TIME_IN_FUTURE"),
                        List.of(
                                reading.formatted(
                                        "2026-02-06T08:00:00Z", ",\"coordinates\":[72.5,23.0]"),
                                "COORDINATES_SWAPPED"),
                        List.of(
                                reading.formatted(
                                        "2026-02-06T08:00:00Z", ",\"labels\":{\"a\":\"\\u0000\"}"),
                                "MALFORMED"),
                        List.of(
                                reading.replace("\":4", "\":-4")
                                        .formatted("2026-02-06T08:00:00Z", ""),
                                "OUTSIDE_PHYSICAL_RANGE"));
        for (List<String> each : wrong) {
            Visitor.Answer answer = visitor.post("/v1/ingest/traffic", each.get(0));
            assertThat(answer.status()).as(each.get(0)).isEqualTo(422);
            assertThat(answer.json().at("/error/code").asText())
                    .as(each.get(0))
                    .isEqualTo(each.get(1));
            assertThat(answer.json().at("/error/details/dead_letter_id").asLong()).isPositive();
            tellsNothing(answer);
        }
    }

    @Test
    void aBatchNeedsAKeyKeepsToItsPayloadAndIsAnsweredItemByItem(TownUnderTest town)
            throws Exception {
        Visitor visitor = new Visitor(town);
        String path = "/v1/ingest/traffic/batch";
        String good =
                """
                {"sensor_id":"BATCH-9","event_time":"%s","values":{"vehicle_count":4}}\
                """
                        .formatted(Instant.now());
        assertThat(visitor.post(path, "[]").status()).isEqualTo(400);
        Visitor.Answer first =
                visitor.batch("traffic", List.of(good, "{\"a\":1}", good), "refusals-1");
        assertThat(first.status()).isEqualTo(207);
        assertThat(first.json().path("items").findValuesAsText("status"))
                .containsExactly("201", "422", "200");
        Visitor.Answer again =
                visitor.batch("traffic", List.of(good, "{\"a\":1}", good), "refusals-1");
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(visitor.batch("traffic", List.of(good), "refusals-1").status()).isEqualTo(422);
        Visitor.Answer long_ =
                visitor.post(
                        path, " ".repeat(EIGHT_MEGABYTES + 1), "Idempotency-Key", "refusals-2");
        assertThat(long_.status()).isEqualTo(413);
        assertThat(long_.json().at("/error/code").asText()).isEqualTo("BODY_TOO_LARGE");
        for (String type :
                Set.of("application/x-www-form-urlencoded", "application/json;charset=utf-16")) {
            assertThat(visitor.post("/v1/ingest/traffic", good, "Content-Type", type).status())
                    .as(type)
                    .isEqualTo(415);
        }
    }
}

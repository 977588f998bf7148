package town.nagar.forecast.featurestore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import town.nagar.forecast.RunningParts;
import town.nagar.forecast.RunningParts.Answer;
import town.nagar.forecast.featurestore.command.FeaturesCommand;
import town.nagar.forecast.registry.command.Town;
import town.nagar.kit.settings.Secret;

/** The feature store over HTTP and by the command line, on a real Redis and object store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeatureStoreApiTest {
    private static final Instant NOW = Instant.parse("2026-02-06T02:30:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final InstantSource clock = now::get;

    @TempDir Path folder;

    @TempDir static Path shared;

    private RunningFeatures features = start();

    private RunningFeatures start() {
        try {
            Path own = Files.createTempDirectory("features-");
            own.toFile().deleteOnExit();
            return RunningFeatures.start(own.toString(), clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    void push() throws Exception {
        for (String to : List.of("online", "offline")) {
            assertThat(
                            features.post(
                                            "/push",
                                            pushed("2026-02-06 02:00:00", 300, to),
                                            RunningParts.ASHA)
                                    .status())
                    .isEqualTo(200);
        }
    }

    @BeforeEach
    void begin() {
        now.set(NOW);
    }

    @AfterAll
    void stop() {
        features.close();
    }

    private static String pushed(String time, long visitors, String to) {
        return """
        {"push_source_name": "traffic_events_push", "to": "%s", "df": {
          "road_id": ["R001", "R002"], "event_timestamp": ["%s", "%s"],
          "created": ["2026-02-06 02:00:01", "2026-02-06 02:00:01"],
          "expected_visitors": [%d, null], "lanes_closed_share": [0.25, 0.5],
          "event": ["fair", "works"]}}
        """
                .formatted(to, time, time, visitors);
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(one -> words.add(one.asText()));
        return words;
    }

    private static final String ASKED =
            """
            {"features": ["traffic_events:expected_visitors", "traffic_events:event"],
             "entities": {"road_id": ["R001", "R002", "R003"]}}
            """;

    @Test
    void onlineFeaturesHaveFeastsShape() throws Exception {
        Answer answer = features.postBytes("/get-online-features", ASKED);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        """
                                        {"metadata": {"feature_names":
                                            ["road_id", "expected_visitors", "event"]},
                                         "results": [
                                          {"values": ["R001", "R002", "R003"],
                                           "statuses": ["PRESENT", "PRESENT", "PRESENT"],
                                           "event_timestamps": ["1970-01-01T00:00:00Z",
                                             "1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"]},
                                          {"values": [300, null, null],
                                           "statuses": ["PRESENT", "NULL_VALUE", "NOT_FOUND"],
                                           "event_timestamps": ["2026-02-06T02:00:00Z",
                                             "2026-02-06T02:00:00Z", "1970-01-01T00:00:00Z"]},
                                          {"values": ["fair", "works", null],
                                           "statuses": ["PRESENT", "PRESENT", "NOT_FOUND"],
                                           "event_timestamps": ["2026-02-06T02:00:00Z",
                                             "2026-02-06T02:00:00Z", "1970-01-01T00:00:00Z"]}]}
                                        """));
    }

    @Test
    void whatIsTooOldSaysSo() throws Exception {
        now.set(Instant.parse("2026-02-08T02:00:01Z"));
        JsonNode results = features.post("/get-online-features", ASKED, "").body().get("results");
        assertThat(words(results.get(1).get("statuses")))
                .containsExactly("OUTSIDE_MAX_AGE", "OUTSIDE_MAX_AGE", "NOT_FOUND");
        assertThat(results.get(1).get("values").get(0).isNull()).isTrue();
    }

    @Test
    void fullNamesTellTheView() throws Exception {
        Answer answer =
                features.post(
                        "/get-online-features",
                        ASKED.replace("\"entities\"", "\"full_feature_names\": true, \"entities\""),
                        "");
        assertThat(words(answer.body().at("/metadata/feature_names")))
                .containsExactly(
                        "road_id", "traffic_events__expected_visitors", "traffic_events__event");
    }

    @Test
    void aServiceGivesAllItsFeatures() throws Exception {
        Answer answer =
                features.post(
                        "/get-online-features",
                        """
                        {"feature_service": "traffic_vehicle_count_recent",
                         "entities": {"road_id": ["R001"]}}
                        """,
                        "");
        assertThat(words(answer.body().at("/metadata/feature_names")))
                .containsExactly(
                        "road_id",
                        "lag_1h",
                        "lag_24h",
                        "lag_7d",
                        "rolling_mean_24h",
                        "rolling_std_24h");
        assertThat(words(answer.body().at("/results/1/statuses"))).containsExactly("NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|400|The body is not a JSON object",
                "{\"entities\": {\"road_id\": [\"R1\"]}}|400|Invalid features.",
                "{\"features\": [\"trafic:x\"], \"entities\": {}}|400|traffic_events:FEATURE",
                "{\"features\": [\"traffic_events:x\"], \"entities\": {}}|400|traffic_events:event",
                "{\"features\": [\"traffic_events:event\"], \"entities\": {\"id\": [1]}}|400|Invalid"
                        + " entities.road_id. Must be a list of values",
                "{\"features\": [\"traffic_events:event\"], \"entities\": {\"road_id\":"
                        + " [7]}}|400|Invalid entities.road_id[0]. Must be of type STRING",
                "{\"features\": [\"traffic_events:event\"], \"entities\": {\"road_id\":"
                        + " []}}|400|a list of 1 to 1000 values",
                "{\"feature_service\": \"x\", \"entities\": {}}|404|There is no feature service 'x'",
                "{\"features\": [\"traffic_vehicle_count:last\", \"traffic_average_speed:last\"],"
                        + " \"entities\": {\"road_id\": [\"R1\"]}}|400|several views have a feature"
                        + " 'last'"
            })
    void aQuestionThatCannotBeUsedIsRefused(String body, int status, String said) throws Exception {
        Answer answer = features.post("/get-online-features", body, "");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().get("detail").asText()).contains(said);
    }

    @Test
    void pushingNeedsAKey() throws Exception {
        String body = pushed("2026-02-06 02:10:00", 1, "online");
        assertThat(features.post("/push", body, "").status()).isEqualTo(401);
        assertThat(features.post("/push", body, "nobody's").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "traffic_events_push|traffic_push|Invalid push_source_name.",
                "\"to\": \"online\"|\"to\": \"nowhere\"|Must be one of: both, offline, online,"
                        + " online_and_offline",
                "2026-02-06 02:00:00|yesterday|Invalid df.event_timestamp[0].",
                "0.25|1.25|lanes_closed_share is 1.25; allowed: 0.0 to 1.0",
                "0.25|\"much\"|Invalid df.lanes_closed_share[0]. Must be of type DOUBLE",
                "\"event\": [\"fair\", \"works\"]|\"event\": [\"fair\"]|Invalid df.event.",
                "\"event\"|\"evnt\"|Invalid df.evnt.",
                "\"R001\"|null|Invalid df.road_id[0]."
            })
    void aPushThatCannotBeUsedIsRefused(String from, String to, String said) throws Exception {
        String body = pushed("2026-02-06 02:00:00", 1, "online");
        assertThat(body).contains(from);
        Answer answer = features.post("/push", body.replace(from, to), RunningParts.ASHA);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("detail").asText()).contains(said);
    }

    @Test
    void olderPushesChangeNothing() throws Exception {
        Answer answer =
                features.post("/push", pushed("2026-02-06 01:00:00", 9, "both"), RunningParts.ASHA);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().isNull()).isTrue();
        JsonNode results = features.postBytes("/get-online-features", ASKED).body().get("results");
        assertThat(results.get(1).get("values").get(0).asInt()).isEqualTo(300);
    }

    @Test
    void historyIsWhatWasKnownThen() throws Exception {
        Answer answer =
                features.post(
                        "/v1/features/history",
                        """
                        {"features": ["traffic_events:lanes_closed_share"],
                         "entities": {"road_id": ["R001", "R001", "R002", "R001"],
                           "event_timestamp": ["2026-02-06T00:59:59Z", "2026-02-06 02:00:00",
                             "2026-02-06T12:00:00+05:30", "2026-02-09T00:00:00Z"]}}
                        """,
                        "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(words(answer.body().at("/results/1/statuses")))
                .containsExactly("NOT_FOUND", "PRESENT", "PRESENT", "OUTSIDE_MAX_AGE");
        assertThat(words(answer.body().at("/results/1/values")))
                .containsExactly("null", "0.25", "0.5", "null");
    }

    @Test
    void definitionsAreListedWithTheirVersions() throws Exception {
        JsonNode all = features.get("/v1/features").body();
        assertThat(all.get("feature_views")).hasSize(10);
        assertThat(all.at("/feature_views/0/version").asText()).matches("[0-9a-f]{12}");
        assertThat(all.at("/feature_services")).hasSize(14);
        assertThat(all.at("/model_row/features/0/name").asText()).isEqualTo("series");
        assertThat(all.at("/push_sources/0/name").asText()).isEqualTo("traffic_events_push");
        assertThat(features.get("/v1/features?x=1").status()).isEqualTo(400);
    }

    @Test
    void theServedDescriptionIsTheKeptOne() throws Exception {
        JsonNode served = features.get("/v1/openapi.json").body();
        JsonNode kept =
                new ObjectMapper(new YAMLFactory())
                        .readTree(Files.readString(Path.of("..", "docs", "openapi-features.yaml")));
        TreeSet<String> calls = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : served.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> call : path.getValue().properties()) {
                String id = "/paths/" + path.getKey().replace("/", "~1") + "/" + call.getKey();
                if (call.getValue().at("/tags/0").asText().equals("Features")) {
                    calls.add(path.getKey());
                    assertThat(call.getValue().get("summary")).isEqualTo(kept.at(id + "/summary"));
                    assertThat(call.getValue().at("/requestBody"))
                            .isEqualTo(kept.at(id + "/requestBody"));
                    assertThat(call.getValue().at("/responses"))
                            .isEqualTo(kept.at(id + "/responses"));
                }
            }
        }
        assertThat(calls)
                .containsExactly(
                        "/get-online-features", "/push", "/v1/features", "/v1/features/history");
        assertThat(calls).hasSameSizeAs(kept.get("paths"));
        assertThat(served.at("/components/schemas/FeatureAnswer"))
                .isEqualTo(kept.at("/components/schemas/FeatureAnswer"));
        assertThat(served.at("/components/responses")).isEqualTo(kept.at("/components/responses"));
    }

    private record Said(int status, String out, String err) {}

    private Said say(FeaturesCommand command, String... args) throws InterruptedException {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status =
                command.run(
                        List.of(args),
                        new Town(features.url(), Secret.NONE),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theCommandLineListsAndGets() throws Exception {
        assertThat(say(FeaturesCommand.LIST).out())
                .contains("traffic_vehicle_count", "service traffic", "the models' row");
        assertThat(say(FeaturesCommand.LIST, "--view", "traffic_events").out())
                .contains("expected_visitors", "INT64")
                .doesNotContain("pollution");
        Said said =
                say(
                        FeaturesCommand.GET,
                        "--features",
                        "traffic_events:event,traffic_events:lanes_closed_share",
                        "--entities",
                        "R001,R009");
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out()).contains("R001", "fair", "0.25", "R009", "NOT_FOUND");
        Said wrong = say(FeaturesCommand.GET, "--features", "x:y", "--entities", "R001");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err())
                .contains("'x' is not defined; feature_views: traffic_vehicle_count");
    }

    @Test
    void theCommandLineJoinsAFile() throws Exception {
        Path file = folder.resolve("roads.csv");
        Files.writeString(
                file,
                "road_id,event_timestamp,label\nR001,2026-02-06T02:00:00Z,a\nR001,2026-02-05T02:00:00Z,b\n");
        Path csv = folder.resolve("out.csv");
        Said said =
                say(
                        FeaturesCommand.HISTORY,
                        "--features",
                        "traffic_events:lanes_closed_share,traffic_events:event",
                        "--entities",
                        file.toString(),
                        "--out",
                        csv.toString());
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out()).contains("2 rows, 2 of 4 values known");
        assertThat(Files.readAllLines(csv))
                .containsExactly(
                        "road_id,event_timestamp,label,lanes_closed_share,lanes_closed_share__status,"
                                + "event,event__status",
                        "R001,2026-02-06T02:00:00Z,a,0.25,PRESENT,fair,PRESENT",
                        "R001,2026-02-05T02:00:00Z,b,,NOT_FOUND,,NOT_FOUND");
        Path none = folder.resolve("none.csv");
        Files.writeString(none, "road,event_timestamp\n");
        Said wrong =
                say(
                        FeaturesCommand.HISTORY,
                        "--service",
                        "traffic_vehicle_count_recent",
                        "--entities",
                        none.toString(),
                        "--out",
                        csv.toString());
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("has no column 'road_id'");
    }

    @Test
    void serversThatAreAwayAreTold() throws Exception {
        Map<String, String> away =
                Map.of(
                        "nagar.redis.url", "redis://127.0.0.1:1",
                        "nagar.s3.url", "http://127.0.0.1:1",
                        "nagar.data-dir", shared.toString());
        try (RunningFeatures alone = RunningFeatures.startOn(away, clock)) {
            Answer answer = alone.post("/get-online-features", ASKED, "");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body().get("detail").asText()).contains("does not answer");
            assertThat(
                            alone.post(
                                            "/push",
                                            pushed("2026-02-06 02:00:00", 1, "online"),
                                            RunningParts.ASHA)
                                    .status())
                    .isEqualTo(503);
            assertThat(alone.get("/v1/features").status()).isEqualTo(200);
        }
    }
}

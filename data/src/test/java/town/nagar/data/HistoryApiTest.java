package town.nagar.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import town.nagar.contracts.Domain;
import town.nagar.data.places.Reference;
import town.nagar.data.pollution.PollutionRollups;
import town.nagar.data.rollups.DomainRollups;
import town.nagar.data.rollups.Refresher;
import town.nagar.data.schema.Schema;
import town.nagar.data.servers.Eventually;
import town.nagar.data.servers.RawRows;
import town.nagar.data.servers.RawRows.Row;
import town.nagar.data.servers.RunningData;
import town.nagar.data.servers.TestDatabase;
import town.nagar.data.servers.TestTown;

/** The Data API with PostgreSQL alone: all other servers are away. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryApiTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Instant START = Instant.parse("2026-02-05T18:30:00Z"); // midnight in India
    private static final Instant NOW = Instant.parse("2026-02-07T08:10:00Z");
    private static final int MINUTES = (int) Duration.between(START, NOW).toMinutes();

    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private RunningData data;

    @BeforeAll
    void start() throws Exception {
        String url = TestDatabase.url();
        database.setUrl(url);
        Schema.migrate(database);
        TestTown.write(database);
        RawRows.write(traffic(), database);
        RawRows.write(air(), database);
        Map<Domain, DomainRollups> rollups = new EnumMap<>(Refresher.tables(true));
        rollups.put(Domain.POLLUTION, new PollutionRollups());
        new Refresher(database, rollups, InstantSource.fixed(NOW)).refresh();
        data =
                RunningData.start(
                        away(Map.of("nagar.postgres.url", url, "nagar.data.answer-within", "3s")),
                        InstantSource.fixed(NOW),
                        0);
        Reference reference = data.part(Reference.class);
        Eventually.holds("registry read", () -> reference.refreshed().equals(NOW));
    }

    /** Servers that are not there. */
    static Map<String, String> away(Map<String, String> others) {
        Map<String, String> settings =
                new TreeMap<>(
                        Map.of(
                                "nagar.redis.url", "redis://127.0.0.1:1",
                                "nagar.kafka.url", "127.0.0.1:1",
                                "nagar.mongo.url", "mongodb://127.0.0.1:1",
                                "nagar.s3.url", "http://127.0.0.1:1"));
        settings.putAll(others);
        return settings;
    }

    @AfterAll
    void stop() {
        data.close();
    }

    private static List<Row> traffic() {
        Random random = new Random(1);
        List<Row> rows = new ArrayList<>();
        for (int minute = 0; minute < MINUTES; minute++) {
            Map<String, Object> values = new TreeMap<>();
            values.put("vehicle_count", random.nextInt(60));
            values.put("average_speed", Math.rint(random.nextDouble() * 500) / 10);
            values.put("congestion_level", random.nextInt(100));
            rows.add(
                    new Row(
                            Domain.TRAFFIC,
                            "T001",
                            "R001",
                            START.plus(Duration.ofMinutes(minute)),
                            values));
        }
        return rows;
    }

    /** PM2.5 of 85.5 in every reading: the 24-h mean's sub-index is 186. */
    private static List<Row> air() {
        List<Row> rows = new ArrayList<>();
        for (int minute = 0; minute < MINUTES; minute += 15) {
            rows.add(
                    new Row(
                            Domain.POLLUTION,
                            "A001",
                            "P001",
                            START.plus(Duration.ofMinutes(minute)),
                            new TreeMap<>(Map.of("pm25", 85.5, "pm10", 120.0, "no2", 40.0))));
        }
        return rows;
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = data.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return MAPPER.readTree(answer.body());
    }

    @Test
    void rowsThatAreNotFoundInTimeAreRefusedAndHoldNoConnection() throws Exception {
        String path =
                "/v1/data/traffic?location=R001&start=2026-02-06T08:00:00Z&end=2026-02-06T08:05:00Z";
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE traffic_measurements IN ACCESS EXCLUSIVE MODE");
            HttpResponse<String> answer = data.get(path);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.body()).contains("not found within 3 s");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            other.rollback();
        }
        assertThat(get(path).get("data")).hasSize(5);
    }

    @Test
    void trafficHasTheDesignDocumentsShape() throws Exception {
        JsonNode answer =
                get(
                        "/v1/data/traffic?location=R001&start=2026-02-06T00:00:00Z"
                                + "&end=2026-02-06T23:59:59Z");
        JsonNode item = answer.at("/data/0");
        assertThat(item.at("/timestamp").asText()).isEqualTo("2026-02-06T00:00:00Z");
        assertThat(item.at("/location/road_id").asText()).isEqualTo("R001");
        assertThat(item.at("/location/coordinates").toString()).isEqualTo("[23.02,72.57]");
        assertThat(item.at("/metrics/vehicle_count").isInt()).isTrue();
        assertThat(item.at("/metrics/average_speed").isNumber()).isTrue();
        assertThat(item.at("/metrics/congestion_level").isInt()).isTrue();
        assertThat(answer.at("/data").size()).isEqualTo(100);
        assertThat(answer.at("/pagination/total").asInt()).isEqualTo(1440);
        assertThat(answer.at("/pagination/page").asInt()).isEqualTo(1);
        assertThat(answer.at("/pagination/per_page").asInt()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw", "1m", "10m", "1h"})
    void cursorsAndPagesWalkThroughTheSameRows(String resolution) throws Exception {
        String path =
                "/v1/data/traffic?location=R001&start=2026-02-06T00:00:00Z"
                        + "&end=2026-02-06T03:20:00Z&resolution="
                        + resolution;
        JsonNode whole = get(path + "&per_page=20000").at("/data");
        List<JsonNode> byCursor = new ArrayList<>();
        List<JsonNode> byPage = new ArrayList<>();
        JsonNode answer = get(path + "&per_page=7");
        for (int page = 1; ; page++) {
            answer.at("/data").forEach(byCursor::add);
            get(path + "&per_page=7&page=" + page).at("/data").forEach(byPage::add);
            if (answer.at("/pagination/next").isMissingNode()) {
                break;
            }
            answer = get(path + "&per_page=7&cursor=" + answer.at("/pagination/next").asText());
        }
        assertThat(byCursor).containsExactlyElementsOf(whole);
        assertThat(byPage).containsExactlyElementsOf(whole);
    }

    @ParameterizedTest
    @CsvSource({"10m, 600", "1h, 3600", "1d, 86400"})
    void bucketsAreTheMeansOfTheirRawRows(String resolution, int seconds) throws Exception {
        String window =
                "/v1/data/traffic?location=R001&start=%s&end=%s&per_page=20000&resolution="
                        .formatted(START, NOW);
        Map<Instant, List<Double>> slow = new TreeMap<>();
        for (JsonNode item : get(window + "raw").at("/data")) {
            Instant at = Instant.parse(item.at("/timestamp").asText());
            long into = Math.floorMod(Duration.between(START, at).toSeconds(), (long) seconds);
            slow.computeIfAbsent(at.minusSeconds(into), t -> new ArrayList<>())
                    .add(item.at("/metrics/average_speed").asDouble());
        }
        JsonNode buckets = get(window + resolution).at("/data");
        assertThat(buckets.size()).isEqualTo(slow.size());
        for (JsonNode bucket : buckets) {
            List<Double> raw =
                    slow.getOrDefault(Instant.parse(bucket.at("/timestamp").asText()), List.of());
            assertThat(raw).as(bucket.toString()).isNotEmpty();
            assertThat(bucket.at("/readings").asInt()).isEqualTo(raw.size());
            assertThat(bucket.at("/metrics/average_speed").asDouble())
                    .isEqualTo(
                            raw.stream().mapToDouble(x -> x).average().orElseThrow(), within(1e-4));
        }
    }

    @Test
    void pointsAskForNoMoreThanSoMany() throws Exception {
        JsonNode answer =
                get(
                        "/v1/data/traffic?location=R001&start=%s&end=%s&points=50"
                                .formatted(START, NOW));
        assertThat(answer.at("/data").size()).isBetween(10, 51);
        assertThat(answer.at("/resolution").asText()).isEqualTo("1h");
        assertThat(answer.at("/source").asText()).isEqualTo("traffic_hourly");
    }

    @Test
    void statisticsAreOfAllRowsAndNotOfThePage() throws Exception {
        String path = "/v1/data/traffic?location=R001&start=%s&end=%s".formatted(START, NOW);
        JsonNode whole = get(path + "&per_page=20000").at("/statistics/average_speed");
        JsonNode page = get(path + "&per_page=10&page=3").at("/statistics/average_speed");
        for (String name : List.of("min", "max", "mean", "std")) {
            assertThat(page.at("/" + name).asDouble())
                    .as(name)
                    .isEqualTo(whole.at("/" + name).asDouble(), within(1e-3));
        }
    }

    @Test
    void pollutionOf85AndAHalfIsSubIndex186AndNot165() throws Exception {
        JsonNode answer = get("/v1/data/pollution?station=P001&parameter=PM2.5&hours=24");
        assertThat(answer.at("/station_id").asText()).isEqualTo("P001");
        assertThat(answer.at("/location").toString()).isEqualTo("[23.03,72.58]");
        assertThat(answer.at("/parameter").asText()).isEqualTo("PM2.5");
        assertThat(answer.at("/unit").asText()).isEqualTo("\u00b5g/m\u00b3");
        JsonNode newest = answer.at("/data").get(answer.at("/data").size() - 1);
        assertThat(newest.at("/value").asDouble()).isEqualTo(85.5);
        assertThat(newest.at("/aqi").asInt()).isEqualTo(186);
        assertThat(newest.at("/category").asText()).isEqualTo("Moderate");
        assertThat(newest.at("/prominent_pollutant").asText()).isEqualTo("PM2.5");
        assertThat(newest.at("/provisional").asBoolean()).isTrue();
        assertThat(answer.at("/statistics/mean").asDouble()).isEqualTo(85.5, within(1e-9));
        assertThat(answer.at("/basis/rounding").asText()).isEqualTo("round_first");
    }

    @Test
    void anIndexWithoutEnoughHoursIsNullWithItsReason() throws Exception {
        JsonNode answer =
                get(
                        "/v1/data/pollution?station=A001&parameter=pm10"
                                + "&start=2026-02-05T18:30:00Z&end=2026-02-06T00:00:00Z");
        JsonNode first = answer.at("/data/0");
        assertThat(first.at("/aqi").isNull()).isTrue();
        assertThat(first.at("/category").isNull()).isTrue();
        assertThat(first.at("/reason").asText())
                .contains("fewer_than_three_pollutants", "under_16_of_24_hours");
    }

    @Test
    void theOpenHourIsAnsweredBeforeItIsDerived() throws Exception {
        JsonNode answer =
                get(
                        "/v1/data/traffic?location=T001&resolution=1h&start=2026-02-07T05:00:00Z"
                                + "&end="
                                + NOW);
        JsonNode last = answer.at("/data").get(answer.at("/data").size() - 1);
        assertThat(last.at("/timestamp").asText()).isEqualTo("2026-02-07T07:30:00Z");
        assertThat(last.at("/readings").asInt()).isEqualTo(40);
        assertThat(last.at("/sensor_id").asText()).isEqualTo("T001");
    }

    @Test
    void withoutTheCacheTheNewestValuesComeFromTheTables() throws Exception {
        HttpResponse<String> answer = data.get("/v1/data/traffic/latest?ids=R001,NOBODY");
        assertThat(answer.headers().firstValue("X-Data-Source")).contains("tables");
        JsonNode body = MAPPER.readTree(answer.body());
        assertThat(body.at("/source").asText()).isEqualTo("tables");
        assertThat(body.at("/data/0/sensor_id").asText()).isEqualTo("T001");
        assertThat(body.at("/data/0/timestamp").asText()).isEqualTo("2026-02-07T08:09:00Z");
        assertThat(body.at("/data/0/stale").asBoolean()).isFalse();
        assertThat(body.at("/missing/0").asText()).isEqualTo("NOBODY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/data/traffic?locaton=R001|locaton|location",
                "/v1/data/traffic?resolution=5s|resolution|10m",
                "/v1/data/traffic?metrics=speed|metrics|average_speed",
                "/v1/data/traffic?per_page=0|per_page|from 1",
                "/v1/data/traffic?start=yesterday|start|2026-02-06T00:00:00Z",
                "/v1/data/traffic?cursor=nonsense|cursor|pagination.next",
                "/v1/data/pollution|station|station",
                "/v1/data/pollution?station=P001&parameter=PM3|parameter|PM2.5",
                "/v1/alerts?status=open|status|active",
                "/v1/sensors?domain=noise|domain|traffic",
                "/v1/roads?near=1,2|near|radius",
            })
    void whatIsNotAllowedIsNamedWithWhatIs(String path, String parameter, String allowed)
            throws Exception {
        HttpResponse<String> answer = data.get(path);
        JsonNode error = MAPPER.readTree(answer.body()).at("/error");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(error.at("/code").asText()).isEqualTo("INVALID_PARAMETER");
        assertThat(error.at("/details/parameter").asText()).isEqualTo(parameter);
        assertThat(error.at("/details/allowed").toString()).contains(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/data/traffic?location=NOBODY",
                "/v1/data/pollution?station=NOBODY",
                "/v1/data/noise/latest",
                "/v1/alerts/NONE",
                "/v1/roads/NONE"
            })
    void whatIsNotThereIsNotFound(String path) throws Exception {
        assertThat(data.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void roadsAreGeoJsonAndFoundByNearness() throws Exception {
        JsonNode near = get("/v1/roads?near=23.0226,72.5715,100");
        assertThat(near.at("/type").asText()).isEqualTo("FeatureCollection");
        assertThat(near.at("/features/0/id").asText()).isEqualTo("R001");
        assertThat(near.at("/features/0/geometry/type").asText()).isEqualTo("LineString");
        assertThat(near.at("/features/0/properties/names/gu").asText()).isEqualTo("સ્ટેશન રોડ");
        assertThat(get("/v1/roads?near=23.10,72.5715,100").at("/features").size()).isZero();
        assertThat(get("/v1/sensors?bbox=72.5,23,72.6,23.1&domain=traffic").at("/features").size())
                .isOne();
    }

    @Test
    void swappedCoordinatesAreToldApart() throws Exception {
        HttpResponse<String> answer = data.get("/v1/roads?near=72.5714,23.0225,100");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("COORDINATES_SWAPPED");
    }

    @Test
    void aPackedAnswerUnpacksToTheSame() throws Exception {
        String path = "/v1/data/traffic?location=R001&start=2026-02-06T00:00:00Z&per_page=50";
        HttpResponse<byte[]> packed =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(data.at(path))
                                        .header("Accept-Encoding", "gzip")
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(MAPPER.readTree(in)).isEqualTo(get(path));
        }
    }

    @Test
    void healthTellsWhatIsAwayAndThatTheServiceIsReadyAllTheSame() throws Exception {
        JsonNode health = get("/health");
        assertThat(health.at("/status").asText()).isEqualTo("DEGRADED");
        assertThat(health.at("/parts/postgres/state").asText()).isEqualTo("UP");
        for (String part : List.of("redis", "mongo", "objects")) {
            assertThat(health.at("/parts/" + part + "/state").asText()).isNotEqualTo("UP");
        }
        assertThat(data.get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(data.get("/metrics").body()).contains("nagar_data_rollups_waiting");
    }

    @Test
    void theLivePageAsksNoOtherHost() throws Exception {
        HttpResponse<String> page = data.get("/");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "connect-src 'self'");
        for (String path : List.of("/", "/live.js", "/live.css")) {
            assertThat(data.get(path).body())
                    .doesNotContain("https://")
                    .doesNotContain("style=")
                    .doesNotContainPattern("http://(?!www.w3.org/2000/svg)");
        }
    }
}

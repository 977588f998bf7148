package town.nagar.forecast.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import town.nagar.forecast.artifact.ModelFolder;
import town.nagar.forecast.artifact.SavedModel;
import town.nagar.forecast.feature.FeatureSet;
import town.nagar.forecast.series.Covariates;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.serving.RunningForecast.Answer;

class PredictApiTest {
    /** 20 minutes past an Indian hour. */
    private static final Instant NOW = Instant.parse("2026-02-06T05:50:00Z");

    private static final Instant HOUR = Instant.parse("2026-02-06T05:30:00Z");
    private static final List<String> ROADS = List.of("R001", "R002");

    @TempDir static Path trained;
    @TempDir Path dataDir;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private StubDataApi data;

    @BeforeAll
    static void train() throws IOException {
        MadeModels.add(trained, Measure.VEHICLE_COUNT, ROADS, NOW, "ensemble");
        MadeModels.add(trained, Measure.AVERAGE_SPEED, ROADS, NOW, "ridge");
        MadeModels.add(trained, Measure.CONGESTION_LEVEL, ROADS, NOW, "gbm");
        MadeModels.add(trained, Measure.AQI, List.of("P001"), NOW, "ridge");
        MadeModels.add(trained, Measure.MODAL_PRICE, List.of("M001:wheat"), NOW, "ensemble");
    }

    @BeforeEach
    void startData() throws IOException {
        data = StubDataApi.start(HOUR);
    }

    @AfterEach
    void stopData() {
        data.close();
    }

    private RunningForecast start(Path dir) {
        return RunningForecast.start(dir, data.url(), now::get, Past.NONE);
    }

    private static Answer traffic(RunningForecast service, String road, String horizon)
            throws Exception {
        return service.post(
                "/v1/predict/traffic",
                "{\"location\": {\"road_id\": \"%s\"}, \"forecast_horizon\": \"%s\"}"
                        .formatted(road, horizon));
    }

    @Test
    void trafficIsAnsweredByTheModelInTheDocumentsShape() throws Exception {
        try (RunningForecast service = start(trained)) {
            Answer answer =
                    service.post(
                            "/v1/predict/traffic",
                            """
                            {"request_id": "mine-1", "forecast_horizon": "24h",
                             "location": {"road_id": "R002", "coordinates": [23.02, 72.57]},
                             "include_confidence": true, "include_explanation": true}
                            """);
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
            JsonNode body = answer.body();
            assertThat(body.at("/request_id").asText()).isEqualTo("mine-1");
            assertThat(body.at("/model_version").asText()).isEqualTo("traffic-ensemble-v1.0.0");
            assertThat(body.at("/degraded").asBoolean()).as(body.toString()).isFalse();
            assertThat(body.at("/predictions")).hasSize(24);
            JsonNode first = body.at("/predictions/0");
            assertThat(first.at("/timestamp").asText()).isEqualTo(HOUR.toString());
            assertThat(first.at("/average_speed").isNumber()).isTrue();
            assertThat(first.at("/congestion_level").asInt()).isBetween(0, 100);
            assertThat(first.at("/confidence_interval/confidence").asDouble()).isEqualTo(0.95);
            assertThat(first.at("/confidence_interval/lower").asDouble())
                    .isLessThan(first.at("/interval_80/lower").asDouble());
            assertThat(first.at("/interval_80/lower").asDouble())
                    .isLessThan(first.at("/traffic_volume").asDouble());
            assertThat(body.at("/explanation/top_features")).hasSize(5);
            assertThat(body.at("/explanation/method").asText()).isEqualTo("SHAP");
            assertThat(body.at("/models/vehicle_count/history/stored_steps").asInt())
                    .isEqualTo(35 * 24);
            assertThat(body.at("/units/vehicle_count").asText()).isEqualTo("vehicles");
            assertThat(body.at("/inference_time_ms").isNumber()).isTrue();
        }
    }

    @Test
    void theServiceSaysWhatTheModelSaysOfTheSameHistory() throws Exception {
        try (RunningForecast service = start(trained);
                SavedModel model =
                        ModelFolder.read(
                                MadeModels.models(trained)
                                        .resolve("traffic.vehicle_count")
                                        .resolve("1.0.0"))) {
            JsonNode said = traffic(service, "R001", "12h").body().at("/predictions");
            Panel known = MadeModels.panel(Measure.VEHICLE_COUNT, ROADS, NOW);
            double[][] memory = new double[2][35 * 24];
            for (int series = 0; series < 2; series++) {
                for (int i = 0; i < memory[series].length; i++) {
                    memory[series][i] =
                            known.at(series, known.length() - memory[series].length + i);
                }
            }
            var grid =
                    new town.nagar.forecast.series.TimeGrid(
                            known.grid().at(known.length() - 35 * 24),
                            known.grid().step(),
                            35 * 24);
            Panel panel = Panel.of(grid, ROADS, memory).reaching(35 * 24 + 24);
            var features =
                    new FeatureSet(
                            panel,
                            Covariates.none(),
                            new boolean[panel.length()],
                            model.provenance().parameters().base());
            double[][] out = new double[1][12];
            model.learnt().forecast(features, new int[] {0}, 35 * 24, out);
            for (int step = 0; step < 12; step++) {
                assertThat(said.get(step).at("/traffic_volume").asDouble())
                        .isCloseTo(out[0][step], within(0.0006));
            }
        }
    }

    @Test
    void theHourInProgressAndLaterOnesDoNotCount() throws Exception {
        JsonNode before;
        try (RunningForecast service = start(trained)) {
            before = traffic(service, "R001", "24h").body().at("/predictions");
        }
        data.knowUntil(HOUR.plus(Duration.ofHours(30)));
        try (RunningForecast service = start(trained)) {
            assertThat(traffic(service, "R001", "24h").body().at("/predictions")).isEqualTo(before);
        }
    }

    @Test
    void aRestartedServiceSaysTheSame() throws Exception {
        JsonNode before;
        try (RunningForecast service = start(trained)) {
            before = traffic(service, "R002", "24h").body();
        }
        try (RunningForecast service = start(trained)) {
            JsonNode after = traffic(service, "R002", "24h").body();
            for (JsonNode each : List.of(before, after)) {
                ((ObjectNode) each).remove(List.of("request_id", "inference_time_ms"));
            }
            assertThat(after).isEqualTo(before);
        }
    }

    @Test
    void withoutAModelTheBestBaselineSpeaksAndSaysSo() throws Exception {
        try (RunningForecast service = start(dataDir)) {
            JsonNode body = traffic(service, "R001", "6h").body();
            assertThat(body.at("/degraded").asBoolean()).isTrue();
            assertThat(body.at("/reason").asText()).contains("no model has been trained yet");
            assertThat(body.at("/model_version").asText())
                    .startsWith("traffic-")
                    .endsWith("-baseline");
            double said = body.at("/predictions/0/traffic_volume").asDouble();
            assertThat(said).isBetween(60.0, 150.0);
            assertThat(body.at("/predictions/0/confidence_interval/lower").asDouble())
                    .isLessThan(said);
        }
    }

    @Test
    void aCorruptModelIsNotUsed() throws Exception {
        MadeModels.add(dataDir, Measure.VEHICLE_COUNT, ROADS, NOW, "ridge");
        Path file =
                MadeModels.models(dataDir)
                        .resolve("traffic.vehicle_count")
                        .resolve("1.0.0")
                        .resolve("model.bin");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 3] ^= 4;
        Files.write(file, bytes);
        try (RunningForecast service = start(dataDir)) {
            JsonNode body = traffic(service, "R001", "2h").body();
            assertThat(body.at("/degraded").asBoolean()).isTrue();
            assertThat(body.at("/reason").asText())
                    .contains("vehicle_count: the model's files cannot be used");
        }
    }

    @Test
    void staleHistoryIsAnnounced() throws Exception {
        data.knowUntil(HOUR.minus(Duration.ofHours(9)));
        try (RunningForecast service = start(trained)) {
            JsonNode body = traffic(service, "R001", "2h").body();
            assertThat(body.at("/degraded").asBoolean()).isTrue();
            assertThat(body.at("/reason").asText())
                    .contains("the newest stored value is 10 steps of 1 h old");
        }
    }

    @Test
    void aPlaceThatCameAfterTheTrainingIsAnsweredByABaseline() throws Exception {
        MadeModels.add(dataDir, Measure.VEHICLE_COUNT, List.of("R002"), NOW, "ridge");
        try (RunningForecast service = start(dataDir)) {
            assertThat(traffic(service, "R001", "2h").body().at("/reason").asText())
                    .contains("vehicle_count: the place was not there when the model was trained");
            assertThat(
                            traffic(service, "R002", "2h")
                                    .body()
                                    .at("/models/vehicle_count/degraded")
                                    .asBoolean())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = StubDataApi.Mood.class,
            names = {"ERROR", "GARBAGE", "OTHER_SHAPE"})
    void aDataApiThatMisbehavesIsNoWrongNumber(StubDataApi.Mood mood) throws Exception {
        try (RunningForecast service = start(trained)) {
            data.be(mood);
            Answer none = traffic(service, "R001", "2h");
            boolean silent = none.status() == 503;
            assertThat(silent || none.body().at("/error").isObject())
                    .as(none.body().toString())
                    .isTrue();
            data.be(StubDataApi.Mood.WELL);
            now.set(NOW.plus(Duration.ofMinutes(6)));
            traffic(service, "R001", "2h");
            Answer well = traffic(service, "R001", "2h");
            for (int tries = 0;
                    tries < 100 && well.body().at("/degraded").asBoolean(true);
                    tries++) {
                Thread.sleep(20);
                well = traffic(service, "R001", "2h");
            }
            assertThat(well.body().at("/degraded").asBoolean(true))
                    .as(well.body().toString())
                    .isFalse();
            data.be(mood);
            now.set(NOW.plus(Duration.ofHours(2)));
            assertThat(traffic(service, "R001", "2h").body().at("/degraded").asBoolean(true))
                    .isFalse();
            now.set(NOW.plus(Duration.ofHours(12)));
            JsonNode later = traffic(service, "R001", "2h").body();
            assertThat(later.at("/degraded").asBoolean()).isTrue();
            assertThat(later.at("/reason").asText()).contains("stored history does not answer");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "traffic, forecast_horizon, 48h, '2h, 6h, 12h, 24h'",
        "pollution, forecast_horizon, 2h, '6h, 12h, 24h, 48h'",
        "water, forecast_horizon, 24h, '1d, 3d, 7d'",
        "market-price, forecast_horizon, 2d, '1d, 7d, 30d'",
        "crop-yield, forecast_horizon, 1d, season"
    })
    void anotherHorizonIsRefusedWithTheAllowedOnes(
            String kind, String field, String value, String allowed) throws Exception {
        try (RunningForecast service = start(dataDir)) {
            String place =
                    switch (kind) {
                        case "traffic" -> "\"location\": {\"road_id\": \"R001\"}";
                        case "pollution" -> "\"station_id\": \"P001\"";
                        case "water" -> "\"zone_id\": \"Z001\"";
                        case "market-price" -> "\"mandi_id\": \"M001\", \"commodity\": \"wheat\"";
                        default -> "\"field_id\": \"F001\"";
                    };
            Answer answer =
                    service.post(
                            "/v1/predict/" + kind,
                            "{%s, \"forecast_horizon\": \"%s\"}".formatted(place, value));
            assertThat(answer.status()).isEqualTo(400);
            JsonNode error = answer.body().at("/error");
            assertThat(error.at("/code").asText()).isEqualTo("INVALID_PARAMETER");
            assertThat(error.at("/details/parameter").asText()).isEqualTo(field);
            assertThat(error.at("/details/provided").asText()).isEqualTo(value);
            assertThat(error.at("/message").asText())
                    .isEqualTo("Invalid forecast_horizon. Must be one of: " + allowed);
        }
    }

    @Test
    void placesAreKnownUnknownOrSilent() throws Exception {
        try (RunningForecast service = start(trained)) {
            Answer unknown = traffic(service, "R999", "2h");
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.body().at("/error/code").asText()).isEqualTo("NOT_FOUND");
            Answer silent = traffic(service, "R003", "2h");
            assertThat(silent.status()).isEqualTo(503);
            assertThat(silent.body().at("/error/message").asText())
                    .contains("Nothing has been measured at 'R003'");
        }
    }

    @Test
    void whatIsNotUnderstoodIsRefusedByName() throws Exception {
        try (RunningForecast service = start(dataDir)) {
            Answer field = service.post("/v1/predict/water", "{\"zone\": \"Z001\"}");
            assertThat(field.status()).isEqualTo(400);
            assertThat(field.body().at("/error/details/parameter").asText()).isEqualTo("zone");
            Answer swapped =
                    service.post(
                            "/v1/predict/traffic",
                            "{\"location\": {\"road_id\": \"R001\", \"coordinates\": [72.57, 23.02]}, \"forecast_horizon\": \"2h\"}");
            assertThat(swapped.status()).isEqualTo(400);
            assertThat(swapped.body().at("/error/code").asText()).isEqualTo("COORDINATES_SWAPPED");
            assertThat(service.post("/v1/predict/water", "[1]").status()).isEqualTo(400);
            assertThat(service.post("/v1/predict/water", "{").status()).isEqualTo(400);
        }
    }

    @Test
    void airHasItsCategoryAndAdvice() throws Exception {
        try (RunningForecast service = start(trained)) {
            Answer answer =
                    service.post(
                            "/v1/predict/pollution",
                            "{\"station_id\": \"P001\", \"parameters\": [\"PM2.5\", \"AQI\"], \"forecast_horizon\": \"48h\", \"include_health_advisory\": true}");
            JsonNode body = answer.body();
            assertThat(answer.status()).as(body.toString()).isEqualTo(200);
            assertThat(body.at("/predictions/PM2.5")).hasSize(48);
            JsonNode aqi = body.at("/predictions/AQI/0");
            assertThat(aqi.at("/value").asInt()).isBetween(60, 160);
            assertThat(aqi.at("/category").asText()).isIn("Satisfactory", "Moderate");
            assertThat(aqi.at("/health_advisory").asText()).isNotEmpty();
            assertThat(aqi.at("/confidence_interval")).hasSize(2);
            assertThat(body.at("/models/aqi/degraded").asBoolean()).isFalse();
            assertThat(body.at("/models/pm25/degraded").asBoolean()).isTrue();
            assertThat(body.at("/degraded").asBoolean()).isTrue();
            assertThat(body.at("/reason").asText()).startsWith("pm25: ");
        }
    }

    @Test
    void waterAndPricesAreAnswered() throws Exception {
        try (RunningForecast service = start(trained)) {
            JsonNode water =
                    service.post(
                                    "/v1/predict/water",
                                    "{\"zone_id\": \"Z001\", \"forecast_horizon\": \"7d\"}")
                            .body();
            assertThat(water.at("/predictions")).hasSize(168);
            assertThat(water.at("/predictions/167/consumption_liters").asDouble()).isPositive();
            JsonNode price =
                    service.post(
                                    "/v1/predict/market-price",
                                    "{\"mandi_id\": \"M001\", \"commodity\": \"wheat\", \"forecast_horizon\": \"30d\"}")
                            .body();
            assertThat(price.at("/predictions")).hasSize(30);
            assertThat(price.at("/predictions/0/timestamp").asText())
                    .isEqualTo("2026-02-06T18:30:00Z");
            assertThat(price.at("/degraded").asBoolean()).as(price.toString()).isFalse();
        }
    }

    @Test
    void aBatchAnswersEachByItself() throws Exception {
        try (RunningForecast service = start(trained)) {
            Answer answer =
                    service.post(
                            "/v1/predict/batch",
                            """
                            {"requests": [
                              {"type": "traffic", "location": {"road_id": "R001"},
                               "forecast_horizon": "2h"},
                              {"type": "traffic", "location": {"road_id": "R999"},
                               "forecast_horizon": "2h"},
                              {"type": "weather"},
                              7]}
                            """);
            assertThat(answer.status()).isEqualTo(207);
            JsonNode results = answer.body().at("/results");
            assertThat(results).hasSize(4);
            assertThat(results.at("/0/status").asInt()).isEqualTo(200);
            assertThat(results.at("/0/body/predictions")).hasSize(2);
            assertThat(results.at("/1/status").asInt()).isEqualTo(404);
            assertThat(results.at("/2/error/details/parameter").asText()).isEqualTo("type");
            assertThat(results.at("/3/status").asInt()).isEqualTo(400);
        }
    }

    @Test
    void historyIsAskedForOnceInFiveMinutes() throws Exception {
        try (RunningForecast service = start(trained)) {
            traffic(service, "R001", "2h");
            int asked = data.asked();
            for (int i = 0; i < 20; i++) {
                traffic(service, ROADS.get(i % 2), "24h");
            }
            assertThat(data.asked()).isEqualTo(asked);
        }
    }
}

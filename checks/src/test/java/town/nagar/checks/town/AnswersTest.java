package town.nagar.checks.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import town.nagar.checks.bench.Await;
import town.nagar.checks.bench.TownUnderTest;

/** The fields of the Data API's answers, from a reading sent to the same values asked for. */
@ExtendWith(SharedTown.class)
class AnswersTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Instant DAY = Instant.parse("2026-03-01T18:30:00Z");

    @Test
    void trafficHasTheFieldsOfTheDesign(TownUnderTest town) throws Exception {
        Visitor visitor = new Visitor(town);
        List<String> readings = new ArrayList<>();
        for (int minute = 0; minute < 240; minute++) {
            readings.add(
                    """
                    {"sensor_id":"T003","event_time":"%s",
                     "values":{"vehicle_count":%d,"average_speed":35.5}}\
                    """
                            .formatted(DAY.plus(Duration.ofMinutes(minute)), 20 + minute % 10));
        }
        assertThat(visitor.batch("traffic", readings, "answers-traffic").status()).isEqualTo(207);
        String path =
                "/v1/data/traffic?location=R003&start=%s&end=%s"
                        .formatted(DAY, DAY.plus(Duration.ofDays(1)));
        Await.until(
                "all are stored",
                PATIENCE,
                () -> visitor.get(path).json().at("/pagination/total").asInt() == 240);
        JsonNode answer = visitor.get(path).json();
        assertThat(answer.at("/pagination/page").asInt()).isEqualTo(1);
        assertThat(answer.at("/pagination/per_page").asInt()).isEqualTo(100);
        assertThat(answer.path("data").size()).isEqualTo(100);
        JsonNode first = answer.at("/data/0");
        assertThat(first.path("timestamp").asText()).isEqualTo(DAY.toString());
        assertThat(first.at("/location/road_id").asText()).isEqualTo("R003");
        assertThat(first.at("/location/coordinates/0").asDouble())
                .as("lat first")
                .isBetween(6.0, 38.0);
        assertThat(first.at("/location/coordinates/1").asDouble()).isBetween(68.0, 98.0);
        assertThat(first.at("/metrics/vehicle_count").asInt()).isEqualTo(20);
        assertThat(first.at("/metrics/average_speed").asDouble()).isEqualTo(35.5);
        assertThat(first.at("/metrics/congestion_level").asInt(-1)).isBetween(0, 100);

        try (Connection tables = town.tables()) {
            Visitor.awaitDerived(tables);
        }
        JsonNode few = visitor.get(path + "&points=30").json();
        assertThat(few.path("data").size()).isBetween(2, 30);
        assertThat(few.path("resolution").asText()).isNotEqualTo("raw");
    }

    @Test
    void pollutionHasTheFieldsOfTheDesign(TownUnderTest town) throws Exception {
        Visitor visitor = new Visitor(town);
        String station = visitor.get("/v1/stations").json().at("/features/0/id").asText();
        String sensor =
                visitor.get("/v1/sensors?domain=pollution&place=" + station)
                        .json()
                        .at("/features/0/id")
                        .asText();
        List<String> readings = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            readings.add(
                    """
                    {"sensor_id":"%s","event_time":"%s",
                     "values":{"pm25":85.5,"pm10":120,"no2":40,"so2":10}}\
                    """
                            .formatted(sensor, DAY.plus(Duration.ofHours(hour))));
        }
        assertThat(visitor.batch("pollution", readings, "answers-pollution").status())
                .isEqualTo(207);
        try (Connection tables = town.tables()) {
            Visitor.awaitNumber(
                    tables,
                    "SELECT count(*) FROM pollution_measurements WHERE station_id = '%s' AND time >= '%s'"
                                    .formatted(sensor, DAY)
                            + " AND time < '%s'".formatted(DAY.plus(Duration.ofDays(1))),
                    24);
            Visitor.awaitDerived(tables);
        }
        JsonNode answer =
                visitor.get(
                                "/v1/data/pollution?station=%s&parameter=PM2.5&start=%s&end=%s"
                                        .formatted(station, DAY, DAY.plus(Duration.ofDays(1))))
                        .json();
        assertThat(answer.path("station_id").asText()).isEqualTo(station);
        assertThat(answer.at("/location/0").asDouble()).as("lat first").isBetween(6.0, 38.0);
        assertThat(answer.path("parameter").asText()).isEqualTo("PM2.5");
        assertThat(answer.path("unit").asText()).isIn("μg/m³", "µg/m³", "ug/m3");
        JsonNode last = answer.at("/data/23");
        assertThat(last.path("value").asDouble()).isEqualTo(85.5);
        assertThat(last.path("aqi").asInt()).as("round first: 86, not 85.5").isEqualTo(186);
        assertThat(last.path("category").asText()).isEqualTo("Moderate");
        assertThat(answer.at("/data/3/aqi").isNull()).isTrue();
        assertThat(answer.at("/data/3/reason").asText()).contains("under_16_of_24_hours");
        for (String name : List.of("min", "max", "mean", "std")) {
            assertThat(answer.path("statistics").has(name)).as(name).isTrue();
        }
    }

    @Test
    void placesAndSensorsAreFeaturesWithTheLongitudeFirst(TownUnderTest town) throws Exception {
        Visitor visitor = new Visitor(town);
        for (String kind : List.of("roads", "zones", "stations", "fields", "mandis", "sensors")) {
            Visitor.Answer answer = visitor.get("/v1/" + kind);
            assertThat(answer.header("Content-Type")).startsWith("application/geo+json");
            assertThat(answer.json().path("type").asText()).isEqualTo("FeatureCollection");
            assertThat(answer.json().path("features").size()).as(kind).isPositive();
            JsonNode position = answer.json().at("/features/0/geometry/coordinates");
            while (position.get(0).isArray()) {
                position = position.get(0);
            }
            assertThat(position.get(0).asDouble()).as(kind).isBetween(68.0, 98.0);
            assertThat(position.get(1).asDouble()).as(kind).isBetween(6.0, 38.0);
        }
    }

    @Test
    void aSensorOfWhichNobodySaidWhereItIsHasNoPosition(TownUnderTest town) throws Exception {
        Visitor visitor = new Visitor(town);
        String reading =
                """
                {"sensor_id":"NOWHERE-1","event_time":"%s","values":{"vehicle_count":4}}\
                """;
        for (int second = 0; second < 3; second++) {
            String body = reading.formatted(DAY.plusSeconds(second));
            assertThat(visitor.post("/v1/ingest/traffic", body).status()).isEqualTo(201);
        }
        Await.until(
                "it is registered",
                PATIENCE,
                () -> visitor.get("/v1/sensors/NOWHERE-1").status() == 200);
        assertThat(visitor.get("/v1/sensors/NOWHERE-1").json().path("geometry").isNull()).isTrue();
        String later = reading.formatted(DAY.plusSeconds(60));
        assertThat(visitor.post("/v1/ingest/traffic", later).status()).isEqualTo(201);
        try (Connection tables = town.tables()) {
            Visitor.awaitNumber(
                    tables,
                    "SELECT count(*) FROM traffic_measurements WHERE sensor_id = 'NOWHERE-1'"
                            + " AND lat IS NULL AND lon IS NULL",
                    4);
        }
    }
}

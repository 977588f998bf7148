package town.nagar.checks.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import town.nagar.checks.bench.Await;
import town.nagar.checks.bench.TownUnderTest;

/** A newcomer's first minutes: a reading in, its congestion out, a refusal with its reason. */
@ExtendWith(SharedTown.class)
class OneReadingTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Instant now = Instant.now();

    @Test
    void aReadingIsSeenWithItsCongestionAndABadOneIsKeptEvenIfTheServicesAreKilled(
            TownUnderTest town) throws Exception {
        String key = town.apiKey();
        assertThat(send(town, key, reading(45)).statusCode()).isEqualTo(201);
        awaitText(town, "/v1/data/traffic?location=R001", "\"vehicle_count\":45");
        assertThat(body(town, "/v1/data/traffic?location=R001"))
                .containsPattern("\"metrics\":\\{[^}]*\"congestion_level\":\\d+");

        HttpResponse<String> refused = send(town, key, reading(-5));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("vehicle_count").contains("allowed");

        town.processOf("services").destroyForcibly();
        Await.until("the services are back", PATIENCE, () -> deadLetter(town, key));
        assertThat(town.get("/v1/data/traffic?location=R001").body())
                .contains("\"vehicle_count\":45");
    }

    private String reading(int vehicles) {
        return """
        {"sensor_id":"T001","event_time":"%s",
         "values":{"vehicle_count":%d,"average_speed":22.5}}\
        """
                .formatted(now, vehicles);
    }

    private HttpResponse<String> send(TownUnderTest town, String key, String body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(town.uri("/v1/ingest/traffic"))
                        .header("X-API-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static void awaitText(TownUnderTest town, String path, String text)
            throws InterruptedException {
        Await.until(path + " has " + text, PATIENCE, () -> body(town, path).contains(text));
    }

    private static String body(TownUnderTest town, String path) {
        try {
            return town.get(path).body();
        } catch (IOException | InterruptedException e) {
            return "";
        }
    }

    private boolean deadLetter(TownUnderTest town, String key) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(town.uri("/v1/admin/dead-letters"))
                            .header("X-API-Key", key)
                            .build();
            return client.send(request, BodyHandlers.ofString())
                    .body()
                    .contains("outside_physical_range");
        } catch (IOException | InterruptedException e) {
            return false; // not back yet
        }
    }
}

package town.nagar.checks.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;

/** Posts traffic readings by REST and counts the answers. */
final class Poster {
    private static final int TOO_MANY = 429;

    private final HttpClient http = HttpClient.newHttpClient();
    private final TownUnderTest town;
    private final Map<Integer, Integer> answers = new TreeMap<>();
    private int withoutRetryAfter;

    Poster(TownUnderTest town) {
        this.town = town;
    }

    void post(String reading) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(town.uri("/v1/ingest/traffic"))
                        .header("X-API-Key", town.apiKey())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(reading))
                        .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        answers.merge(answer.statusCode(), 1, Integer::sum);
        if (answer.statusCode() == TOO_MANY
                && answer.headers().firstValue("Retry-After").isEmpty()) {
            withoutRetryAfter++;
        }
    }

    void report(Report report) {
        report.figure(
                "answers to readings posted meanwhile, by status", answers.toString(), "201, 429");
        report.figure("of 429 without Retry-After", Integer.toString(withoutRetryAfter), "0");
    }
}

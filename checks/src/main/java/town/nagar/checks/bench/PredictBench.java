package town.nagar.checks.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Predictions over HTTP: one after another, and many at a time, each of another kind of place. */
final class PredictBench {
    private static final Duration TRAINING = Duration.ofMinutes(15);
    private static final int WARM_UP = 300;
    private static final int SINGLES = 2_000;
    private static final int BATCHES = 20;
    private static final int A_BATCH = 500;
    private static final String KINDS_READY = "nagar_forecast_models_ready 9.0";

    private final Report report;
    private final Arguments arguments;
    private final HttpClient http = HttpClient.newHttpClient();

    PredictBench(Report report, Arguments arguments) {
        this.report = report;
        this.arguments = arguments;
    }

    /**
     * On the service at {@code --url} whose history is at {@code --data-url}, or on a town of its
     * own once its models are trained.
     */
    void run() throws IOException, InterruptedException {
        String url = arguments.word("url", "");
        if (!url.isEmpty()) {
            measure(url);
            return;
        }
        try (TownUnderTest town = TownUnderTest.start()) {
            long started = System.nanoTime();
            String own = town.uri("").toString();
            Await.until(
                    "all models are trained",
                    TRAINING,
                    () -> get(own + "/metrics").contains(KINDS_READY));
            report.figure(
                    "all models trained after the start",
                    "%d s".formatted((System.nanoTime() - started) / 1_000_000_000),
                    "600 s");
            measure(own);
            town.tellRestarts(report);
        }
    }

    private String get(String url) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create(url)).build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private void measure(String url) throws IOException, InterruptedException {
        int roads = (int) arguments.number("roads", 40);
        String[] ids = roads(arguments.word("data-url", url), roads);
        singles(url, ids, WARM_UP);
        double[] millis = singles(url, ids, SINGLES);
        report.figure(
                "one prediction of traffic, ms",
                new Percentiles(millis).toString(),
                "p50 3, p99 15");
        batches(url, ids);
    }

    /** Roads that have a sensor. */
    private String[] roads(String url, int most) {
        String latest = get(url + "/v1/data/traffic/latest");
        return java.util.regex.Pattern.compile("\"place_id\":\\s*\"([^\"]+)\"")
                .matcher(latest)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .limit(most)
                .toArray(String[]::new);
    }

    private double[] singles(String url, String[] roads, int count)
            throws IOException, InterruptedException {
        String[] horizons = {"2h", "6h", "12h", "24h"};
        double[] millis = new double[count];
        int degraded = 0;
        for (int i = 0; i < count; i++) {
            String body =
                    question(roads[i % roads.length], horizons[i / roads.length % horizons.length]);
            long started = System.nanoTime();
            HttpResponse<String> answer = post(url + "/v1/predict/traffic", body);
            millis[i] = (System.nanoTime() - started) / 1e6;
            if (answer.statusCode() != 200) {
                throw new IOException(answer.statusCode() + ": " + answer.body());
            }
            degraded += answer.body().contains("\"degraded\":true") ? 1 : 0;
        }
        report.note("%d answers, %d of them by a baseline".formatted(count, degraded));
        return millis;
    }

    private void batches(String url, String[] roads) throws IOException, InterruptedException {
        String body =
                IntStream.range(0, A_BATCH)
                        .mapToObj(i ->
                                question(roads[i % roads.length], "24h")
                                        .replaceFirst("\\{", "{\"type\": \"traffic\", "))
                        .collect(Collectors.joining(",", "{\"requests\": [", "]}"));
        post(url + "/v1/predict/batch", body);
        long started = System.nanoTime();
        for (int i = 0; i < BATCHES; i++) {
            HttpResponse<String> answer = post(url + "/v1/predict/batch", body);
            if (answer.statusCode() != 207 || answer.body().contains("\"status\":503")) {
                throw new IOException("a batch was answered " + answer.statusCode());
            }
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        report.figure(
                "predictions of 24 hours a second, in batches of " + A_BATCH,
                String.format(Locale.ROOT, "%.0f", BATCHES * A_BATCH / seconds),
                "1000");
    }

    private static String question(String road, String horizon) {
        return "{\"location\": {\"road_id\": \"%s\"}, \"forecast_horizon\": \"%s\"}"
                .formatted(road, horizon);
    }

    private HttpResponse<String> post(String url, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}

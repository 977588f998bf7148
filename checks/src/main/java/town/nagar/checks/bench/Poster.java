package town.nagar.checks.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Posts batches of traffic readings by REST, one after the other without pause, in some threads.
 */
final class Poster {
    /** Ids of its sensors begin so. */
    static final String PREFIX = "POSTED-";

    private static final int THREADS = 16;
    private static final int BATCH = 500;
    private static final int MULTI_STATUS = 207;
    private static final int TOO_MANY = 429;
    private static final long PAUSE_MILLIS = 100;

    private final HttpClient http = HttpClient.newHttpClient();
    private final TownUnderTest town;
    private final String key;
    private final Instant first;
    private final Map<Integer, Long> answers = new ConcurrentSkipListMap<>();
    private final AtomicLong withoutRetryAfter = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private final Thread[] threads;
    private volatile boolean stopped;

    private Poster(TownUnderTest town, Instant first) throws IOException {
        this.town = town;
        this.key = town.apiKey();
        this.first = first;
        threads =
                IntStream.range(0, THREADS)
                        .mapToObj(number -> Thread.ofVirtual().start(() -> postOn(number)))
                        .toArray(Thread[]::new);
    }

    /** Starts to post. */
    static Poster start(TownUnderTest town, Instant first) throws IOException {
        return new Poster(town, first);
    }

    private void postOn(int number) {
        try {
            for (int batch = 0; !stopped; batch++) {
                post(number, batch);
            }
        } catch (IOException e) {
            answers.merge(0, 1L, Long::sum); // no answer at all
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends one batch until it is taken, as an impatient sender would. */
    private void post(int number, int batch) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(town.uri("/v1/ingest/traffic/batch"))
                        .header("X-API-Key", key)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "poster-%d-%d".formatted(number, batch))
                        .POST(BodyPublishers.ofString(body(number, batch)))
                        .build();
        boolean taken = false;
        while (!taken && !stopped) {
            taken = isTaken(http.send(request, BodyHandlers.ofString()));
            TimeUnit.MILLISECONDS.sleep(taken ? 0 : PAUSE_MILLIS);
        }
    }

    private boolean isTaken(HttpResponse<String> answer) {
        answers.merge(answer.statusCode(), 1L, Long::sum);
        if (answer.statusCode() == TOO_MANY
                && answer.headers().firstValue("Retry-After").isEmpty()) {
            withoutRetryAfter.incrementAndGet();
        }
        boolean all = answer.body().contains("\"accepted\":" + BATCH);
        if (answer.statusCode() == MULTI_STATUS && all) {
            acknowledged.addAndGet(BATCH);
            return true;
        }
        return false;
    }

    private String body(int number, int batch) {
        return IntStream.range(0, BATCH)
                .mapToObj(i ->
                        """
                        {"sensor_id":"%s%d","event_time":"%s","values":{"vehicle_count":%d}}\
                        """
                                .formatted(
                                        PREFIX,
                                        number,
                                        first.plusMillis(100L * (batch * BATCH + i)),
                                        i % 60))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** Readings that were acknowledged. */
    long acknowledged() {
        return acknowledged.get();
    }

    void report(Report report, long rows) {
        report.figure(
                "posted by REST: acknowledged, then stored",
                "%,d, then %,d".formatted(acknowledged(), rows),
                "the same");
        report.figure("answers by status", answers.toString(), "207, 429");
        report.figure("of 429 without Retry-After", withoutRetryAfter.toString(), "0");
    }

    /** Posts no more. */
    void stop() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}

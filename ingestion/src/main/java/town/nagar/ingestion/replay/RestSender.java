package town.nagar.ingestion.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import town.nagar.contracts.Domain;
import town.nagar.ingestion.mapping.MappedItem;

/** Sends batches over HTTP, a few at a time; what is postponed is sent again. */
final class RestSender implements Sender {
    private static final int BATCH = 1_000;
    private static final int BATCHES_AT_ONCE = 3;
    private static final int TRIES = 60;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    private final URI url;
    private final Connection target;
    private final Tally tally;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(BATCHES_AT_ONCE);
    private final AtomicReference<String> trouble = new AtomicReference<>("");
    private final CountDownLatch closed = new CountDownLatch(1);
    private final String run = UUID.randomUUID().toString();
    private List<String> waiting = new ArrayList<>();
    private int batches;

    RestSender(Connection target, Domain domain, Tally tally) {
        this.target = target;
        this.tally = tally;
        url = target.http().resolve("/v1/ingest/%s/batch".formatted(domain.word()));
    }

    @Override
    public void send(MappedItem.Message message) throws ReplayException, InterruptedException {
        waiting.add(message.json());
        if (waiting.size() == BATCH) {
            flush();
        }
    }

    @Override
    public void flush() throws ReplayException, InterruptedException {
        requireGood();
        if (!waiting.isEmpty()) {
            List<String> batch = waiting;
            waiting = new ArrayList<>();
            String key = run + "-" + batches++;
            room.acquire();
            tally.sent.addAndGet(batch.size());
            senders.execute(() -> sendUntilTaken(key, batch));
        }
    }

    private void requireGood() throws ReplayException {
        if (!trouble.get().isEmpty()) {
            throw new ReplayException(trouble.get());
        }
    }

    private void sendUntilTaken(String key, List<String> batch) {
        try {
            String body = "[" + String.join(",", batch) + "]";
            for (int i = 0; i < TRIES; i++) {
                long pause = sendOnce(key, body);
                if (pause == 0 || closed.await(pause, TimeUnit.SECONDS)) {
                    return;
                }
            }
            trouble.set("the town took no batch in %d tries".formatted(TRIES));
        } catch (IOException e) {
            trouble.set("the town does not answer at " + target.http());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            room.release();
        }
    }

    /** Seconds to wait before the batch must be sent again; 0 if it was taken. */
    private long sendOnce(String key, String body) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(url)
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json")
                        .header("X-API-Key", target.apiKey().value())
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body))
                        .build();
        HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
        return switch (answer.statusCode()) {
            case 207 -> taken(JSON.readTree(answer.body()).path("counts"));
            case 409, 429, 503 -> answer.headers().firstValueAsLong("Retry-After").orElse(1);
            default -> {
                trouble.set(
                        "the town answered %d: %s"
                                .formatted(
                                        answer.statusCode(),
                                        JSON.readTree(answer.body())
                                                .at("/error/message")
                                                .asText("no reason given")));
                yield 0;
            }
        };
    }

    private long taken(JsonNode counts) {
        if (counts.path("postponed").asLong() > 0) {
            return 1;
        }
        tally.acknowledged.addAndGet(counts.path("accepted").asLong());
        tally.duplicates.addAndGet(counts.path("duplicate").asLong());
        tally.refused.addAndGet(counts.path("refused").asLong());
        return 0;
    }

    @Override
    public void finish() throws ReplayException, InterruptedException {
        flush();
        room.acquire(BATCHES_AT_ONCE);
        room.release(BATCHES_AT_ONCE);
        requireGood();
    }

    @Override
    public void close() {
        closed.countDown();
        senders.shutdownNow();
        client.shutdownNow();
    }
}

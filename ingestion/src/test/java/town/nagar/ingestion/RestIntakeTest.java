package town.nagar.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static town.nagar.ingestion.RunningIngestion.await;
import static town.nagar.ingestion.RunningIngestion.readings;
import static town.nagar.ingestion.RunningIngestion.traffic;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import town.nagar.contracts.Domain;
import town.nagar.contracts.Topics;
import town.nagar.contracts.json.ContractJson;
import town.nagar.contracts.readings.Flag;
import town.nagar.contracts.readings.StreamLag;
import town.nagar.ingestion.idempotency.Claim;
import town.nagar.ingestion.idempotency.Idempotency;
import town.nagar.ingestion.publish.KafkaOutlet;

/** Readings by REST, and what the service tells of itself. */
@ExtendWith(SharedIngestion.class)
class RestIntakeTest {
    private final RunningIngestion service;

    RestIntakeTest(RunningIngestion service) {
        this.service = service;
    }

    @Test
    void aReadingPostedIsInKafkaBeforeTheAnswer() {
        String json = traffic("REST-1", 5, 7);
        HttpResponse<String> answer = service.send(service.post("/v1/ingest/traffic", json));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("\"ingest_id\":").contains("\"flags\":[\"unverified\"]");
        assertThat(readings("traffic", "REST-1"))
                .singleElement()
                .satisfies(reading -> {
                    assertThat(reading.source()).isEqualTo("gate-7");
                    assertThat(reading.flags()).containsExactly(Flag.UNVERIFIED);
                    assertThat(answer.body()).contains(Long.toString(reading.ingestId()));
                });
        assertThat(service.send(service.post("/v1/ingest/traffic", json)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aReadingThatIsWrongIsAnsweredWithTheReason() {
        HttpResponse<String> answer =
                service.send(service.post("/v1/ingest/traffic", traffic("REST-2", 5, -7)));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("\"code\":\"OUTSIDE_PHYSICAL_RANGE\"")
                .contains("vehicle_count is -7.0 vehicles; allowed: 0.0 to 100000.0");
        assertThat(service.send(service.post("/v1/ingest/noise", "{}")).statusCode())
                .isEqualTo(404);
        assertThat(service.send(service.post("/v1/ingest/traffic", "[]")).statusCode())
                .isEqualTo(400);
        String long_ = " ".repeat(70_000);
        assertThat(service.send(service.post("/v1/ingest/traffic", long_)).statusCode())
                .isEqualTo(413);
        HttpRequest.Builder nobody =
                service.post("/v1/ingest/traffic", "{}").setHeader("X-API-Key", "guessed");
        assertThat(service.send(nobody).statusCode()).isEqualTo(401);
    }

    @Test
    void aBatchIsAnsweredItemByItemAndItsRepetitionWithTheSameAnswer() {
        String body =
                "[%s,%s,{\"a\":1}]".formatted(traffic("BATCH-1", 9, 1), traffic("BATCH-1", 8, 2));
        assertThat(service.send(service.post("/v1/ingest/traffic/batch", body)).statusCode())
                .isEqualTo(400);
        HttpRequest.Builder keyed =
                service.post("/v1/ingest/traffic/batch", body).header("Idempotency-Key", "k-1");
        HttpResponse<String> first = service.send(keyed);
        assertThat(first.statusCode()).isEqualTo(207);
        assertThat(first.body()).contains("\"accepted\":2").contains("\"refused\":1");
        HttpResponse<String> again = service.send(keyed);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        HttpRequest.Builder other =
                service.post("/v1/ingest/traffic/batch", "[]").header("Idempotency-Key", "k-1");
        assertThat(service.send(other).statusCode()).isEqualTo(422);
        assertThat(readings("traffic", "BATCH-1")).hasSize(2);
    }

    @Test
    void whoSendsTooFastIsToldWhenToComeAgain() {
        HttpRequest.Builder fast =
                service.post("/v1/ingest/traffic", traffic("SLOW-1", 5, 7))
                        .setHeader("X-API-Key", "slow-key");
        HttpResponse<String> refused =
                await(() -> service.send(fast), answer -> answer.statusCode() >= 400);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After")).hasValue(1);
        assertThat(refused.body()).contains("\"code\":\"RATE_LIMITED\"").contains("'slow'");
        assertThat(
                        service.send(service.post("/v1/ingest/traffic", traffic("SLOW-2", 5, 7)))
                                .statusCode())
                .as("others are not held back")
                .isEqualTo(201);
        await(() -> service.send(fast).statusCode(), status -> status == 200);
    }

    @Test
    void allMustWaitWhileTheStreamsAreBehindAndGoOnWhenTheyHaveCaughtUp() {
        HttpRequest.Builder reading = service.post("/v1/ingest/traffic", traffic("PACE-1", 5, 7));
        HttpResponse<String> refused =
                await(
                        () -> {
                            tellLag(1_000_000);
                            return service.send(reading);
                        },
                        answer -> answer.statusCode() >= 400);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After")).isPresent();
        assertThat(refused.body()).contains("send again later");
        assertThat(service.send(service.get("/metrics")).body())
                .contains("nagar_ingestion_senders_wait 1.0");
        await(
                () -> {
                    tellLag(0);
                    return service.send(reading).statusCode();
                },
                status -> status < 300);
    }

    private void tellLag(long pending) {
        service.part(KafkaOutlet.class)
                .send(
                        Topics.STREAM_LAG,
                        "traffic",
                        ContractJson.write(new StreamLag(Domain.TRAFFIC, pending)),
                        new CompletableFuture<>());
    }

    @Test
    void aKeyWhoseBatchIsUnderWayIsAnsweredByWait() {
        String body = "[%s]".formatted(traffic("RUNNING-1", 5, 7));
        String hash = HexFormat.of().formatHex(sha256("traffic" + body));
        var answers = service.part(Idempotency.class);
        assertThat(answers.claim("gate-7/k-running", hash)).isInstanceOf(Claim.Fresh.class);
        HttpRequest.Builder keyed =
                service.post("/v1/ingest/traffic/batch", body)
                        .header("Idempotency-Key", "k-running");
        HttpResponse<String> running = service.send(keyed);
        assertThat(running.statusCode()).isEqualTo(409);
        assertThat(running.body()).contains("IDEMPOTENCY_KEY_RUNNING");
        assertThat(running.headers().firstValue("Retry-After")).hasValue("1");
        answers.abandon("gate-7/k-running");
        assertThat(service.send(keyed).statusCode()).isEqualTo(207);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aBodyThatSaysItIsNoJsonIsToldWhatToSend() {
        String reading = traffic("FORM-1", 5, 7);
        HttpRequest.Builder form =
                service.post("/v1/ingest/traffic", reading)
                        .setHeader("Content-Type", "application/x-www-form-urlencoded");
        HttpResponse<String> refused = service.send(form);
        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(refused.body())
                .contains("\"code\":\"UNSUPPORTED_MEDIA_TYPE\"")
                .contains("\"allowed\":\"application/json\"");
        HttpRequest.Builder packed =
                service.post("/v1/ingest/traffic", reading).header("Content-Encoding", "gzip");
        assertThat(service.send(packed).statusCode()).isEqualTo(415);
        HttpRequest.Builder wide =
                service.post("/v1/ingest/traffic", reading)
                        .setHeader("Content-Type", "application/json; charset=utf-16");
        assertThat(service.send(wide).statusCode()).isEqualTo(415);
        HttpRequest.Builder good =
                service.post("/v1/ingest/traffic", reading)
                        .setHeader("Content-Type", "application/json;charset=UTF-8");
        assertThat(service.send(good).statusCode()).isEqualTo(201);
    }

    @Test
    void theSchemaOfADomainIsServed() {
        assertThat(service.send(service.get("/v1/schemas/water")).body())
                .contains("\"pressure_bar\"");
        assertThat(service.send(service.get("/v1/schemas/noise")).statusCode()).isEqualTo(404);
    }

    @Test
    void whatPassesTheDoorIsCountedForPrometheus() {
        var _ = service.send(service.post("/v1/ingest/traffic", traffic("METER-1", 5, 7)));
        var _ = service.send(service.post("/v1/ingest/traffic", traffic("METER-1", 5, -7)));
        assertThat(service.send(service.get("/metrics")).body())
                .contains(
                        "nagar_ingestion_readings_total{domain=\"traffic\",outcome=\"accepted\",route=\"rest\"}")
                .contains("nagar_ingestion_latency_seconds_bucket")
                .contains("nagar_ingestion_spool_records")
                .contains("nagar_ingestion_dead_letters_total{reason=\"outside_physical_range\"}");
    }
}

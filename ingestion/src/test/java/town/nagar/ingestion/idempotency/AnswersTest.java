package town.nagar.ingestion.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import town.nagar.supervisor.EphemeralServers;
import town.nagar.supervisor.ServerName;

class AnswersTest {
    @TempDir Path dir;

    private Instant now = Instant.parse("2026-02-06T08:00:00Z");

    private Idempotency open(String where) {
        Path file = dir.resolve("answers.bin");
        return switch (where) {
            case "file" -> Answers.inFile(file, () -> now);
            case "redis" ->
                    Answers.inRedis(
                            String.valueOf(
                                    EphemeralServers.settings(ServerName.REDIS)
                                            .get("nagar.redis.url")),
                            file,
                            () -> now);
            default -> Answers.inRedis("redis://127.0.0.1:1", file, () -> now);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "redis", "redis that is away"})
    void aKeyIsFreshThenRunningThenAnsweredAndStaysSoAfterARestart(String where) {
        String key = "gate/" + UUID.randomUUID();
        try (Idempotency answers = open(where)) {
            assertThat(answers.claim(key, "h1")).isInstanceOf(Claim.Fresh.class);
            assertThat(answers.claim(key, "h1")).isInstanceOf(Claim.Running.class);
            assertThat(answers.claim(key, "h2")).isInstanceOf(Claim.OtherPayload.class);
            answers.finish(key, "h1", 207, "{\"a\":\"ક\"}");
        }
        try (Idempotency answers = open(where)) {
            assertThat(answers.claim(key, "h1"))
                    .isEqualTo(new Claim.Answered(207, "{\"a\":\"ક\"}"));
            assertThat(answers.claim(key, "h2")).isInstanceOf(Claim.OtherPayload.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "redis", "redis that is away"})
    void anAbandonedKeyIsFreshAgain(String where) {
        String key = "gate/" + UUID.randomUUID();
        try (Idempotency answers = open(where)) {
            assertThat(answers.claim(key, "h1")).isInstanceOf(Claim.Fresh.class);
            answers.abandon(key);
            assertThat(answers.claim(key, "h2")).isInstanceOf(Claim.Fresh.class);
        }
    }

    @Test
    void anAnswerIsForgottenAfterADayAndWorkThatWasGivenUpSooner() {
        try (Idempotency answers = open("file")) {
            answers.claim("a", "h1");
            now = now.plus(Idempotency.LEASE).plusSeconds(1);
            assertThat(answers.claim("a", "h1")).isInstanceOf(Claim.Fresh.class);
            answers.finish("a", "h1", 207, "x");
            now = now.plus(Duration.ofHours(23));
            assertThat(answers.claim("a", "h1")).isInstanceOf(Claim.Answered.class);
            now = now.plus(Duration.ofHours(2));
            assertThat(answers.claim("a", "h1")).isInstanceOf(Claim.Fresh.class);
        }
    }

    @Test
    void theFileIsBoundedAndTheOldestGoFirst() {
        java.util.Random random = new java.util.Random(1);
        try (LocalIdempotency answers =
                new LocalIdempotency(dir.resolve("small.bin"), () -> now, 100_000)) {
            for (int i = 0; i < 100; i++) {
                String body =
                        random.ints(4_000, 'a', 'z')
                                .collect(
                                        StringBuilder::new,
                                        StringBuilder::appendCodePoint,
                                        StringBuilder::append)
                                .toString();
                answers.claim("k" + i, "h");
                answers.finish("k" + i, "h", 207, body);
                assertThat(answers.bytes()).isLessThan(105_000);
            }
            assertThat(answers.claim("k99", "h")).isInstanceOf(Claim.Answered.class);
            assertThat(answers.claim("k0", "h")).isInstanceOf(Claim.Fresh.class);
        }
        List<Long> sizes = Stream.of(dir.resolve("small.bin").toFile().length()).toList();
        assertThat(sizes.getFirst()).isLessThan(4_000_000);
    }
}

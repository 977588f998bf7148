package town.nagar.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import town.nagar.streams.source.EventTime;
import town.nagar.streams.table.PostgresAddress;

class StreamsSettingsTest {
    @Test
    void defaults() {
        StreamsSettings settings = StreamsSettings.of(Map.of("NAGAR_DATA_DIR", "/town"));
        assertThat(settings)
                .isEqualTo(
                        new StreamsSettings(
                                "127.0.0.1:9092",
                                new PostgresAddress(
                                        "jdbc:postgresql://127.0.0.1:5432/nagar", "nagar", ""),
                                URI.create("redis://127.0.0.1:6379"),
                                URI.create("file:///town/flink/checkpoints"),
                                Duration.ofSeconds(10),
                                1,
                                new EventTime(Duration.ofSeconds(30), Duration.ofSeconds(3)),
                                5000,
                                Duration.ofMillis(400),
                                Duration.ofMillis(200),
                                Duration.ofMinutes(15),
                                0,
                                0));
    }

    @Test
    void everyKeyIsRead() {
        StreamsSettings settings =
                StreamsSettings.of(
                        Map.ofEntries(
                                Map.entry("nagar.kafka.url", "k:1"),
                                Map.entry("NAGAR_POSTGRES_URL", "jdbc:postgresql://p/n"),
                                Map.entry("NAGAR_POSTGRES_USER", "u"),
                                Map.entry("NAGAR_POSTGRES_PASSWORD", "secret"),
                                Map.entry("NAGAR_REDIS_URL", "redis://r:2"),
                                Map.entry("NAGAR_STREAMS_CHECKPOINTS", "s3://bucket/checkpoints"),
                                Map.entry("NAGAR_STREAMS_CHECKPOINT_INTERVAL", "PT5M"),
                                Map.entry("NAGAR_STREAMS_PARALLELISM", "4"),
                                Map.entry("NAGAR_STREAMS_DISORDER", "PT10S"),
                                Map.entry("NAGAR_STREAMS_QUIET", "PT4S"),
                                Map.entry("NAGAR_STREAMS_BATCH_ROWS", "100"),
                                Map.entry("nagar.streams.batch-interval", "PT1S"),
                                Map.entry("NAGAR_STREAMS_LATEST_INTERVAL", "PT0.1S"),
                                Map.entry("NAGAR_STREAMS_SILENT_AFTER", "PT1H"),
                                Map.entry("NAGAR_STREAMS_REST_PORT", "8081"),
                                Map.entry("NAGAR_STREAMS_HTTP_PORT", "8082")));
        assertThat(settings)
                .isEqualTo(
                        new StreamsSettings(
                                "k:1",
                                new PostgresAddress("jdbc:postgresql://p/n", "u", "secret"),
                                URI.create("redis://r:2"),
                                URI.create("s3://bucket/checkpoints"),
                                Duration.ofMinutes(5),
                                4,
                                new EventTime(Duration.ofSeconds(10), Duration.ofSeconds(4)),
                                100,
                                Duration.ofSeconds(1),
                                Duration.ofMillis(100),
                                Duration.ofHours(1),
                                8081,
                                8082));
    }

    @Test
    void anUnknownKeyIsRefused() {
        assertThatThrownBy(() -> StreamsSettings.of(Map.of("NAGAR_STREAMS_PARALELISM", "2")))
                .hasMessageContaining("NAGAR_STREAMS_PARALELISM")
                .hasMessageContaining("NAGAR_STREAMS_PARALLELISM");
    }

    @Test
    void aValueOfAnotherKindIsRefusedByItsKey() {
        assertThatThrownBy(() -> StreamsSettings.of(Map.of("NAGAR_STREAMS_DISORDER", "30")))
                .hasMessageContaining("nagar.streams.disorder: '30'");
    }

    @Test
    void passwordsAreNotPrinted() {
        StreamsSettings settings =
                StreamsSettings.of(
                        Map.of(
                                "NAGAR_POSTGRES_PASSWORD", "secret",
                                "NAGAR_REDIS_URL", "redis://:hidden@r:2"));
        assertThat(settings.toString()).doesNotContain("secret", "hidden");
    }
}

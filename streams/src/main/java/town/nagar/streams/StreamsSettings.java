package town.nagar.streams;

import java.io.Serializable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import town.nagar.streams.source.EventTime;
import town.nagar.streams.table.PostgresAddress;

/**
 * What the jobs need to know. Keys are {@code nagar.…} or, in the environment, {@code NAGAR_…}.
 *
 * @param kafkaUrl bootstrap servers
 * @param checkpointUri where checkpoints go: a folder or object store that outlives the process
 * @param checkpointInterval 10 s embedded: how old the processed topics may be, and what a restart
 *     reads again; minutes in production
 * @param parallelism of each job
 * @param eventTime how event time passes
 * @param batchRows most raw rows of a batch
 * @param batchInterval after which a batch of raw rows goes, however small
 * @param latestInterval at which the latest values go
 * @param silentAfter how long any sensor may be silent
 * @param restPort of Flink's own pages; 0 for any free one
 * @param httpPort of health and metrics; 0 for any free one
 */
public record StreamsSettings(
        String kafkaUrl,
        PostgresAddress postgres,
        URI redisUrl,
        URI checkpointUri,
        Duration checkpointInterval,
        int parallelism,
        EventTime eventTime,
        int batchRows,
        Duration batchInterval,
        Duration latestInterval,
        Duration silentAfter,
        int restPort,
        int httpPort)
        implements Serializable {
    private static final String PREFIX = "nagar.streams.";

    /**
     * Reads settings.
     *
     * @throws IllegalArgumentException if a value is not of its kind, or a key beginning with
     *     {@code nagar.streams.} is not known
     */
    public static StreamsSettings of(Map<String, String> environment) {
        Keys keys = new Keys(environment);
        Path data =
                Path.of(keys.word("nagar.data-dir", System.getProperty("user.home") + "/.nagar"));
        StreamsSettings settings =
                new StreamsSettings(
                        keys.word("nagar.kafka.url", "127.0.0.1:9092"),
                        new PostgresAddress(
                                keys.word(
                                        "nagar.postgres.url",
                                        "jdbc:postgresql://127.0.0.1:5432/nagar"),
                                keys.word("nagar.postgres.user", "nagar"),
                                keys.word("nagar.postgres.password", "")),
                        keys.read("nagar.redis.url", "redis://127.0.0.1:6379", URI::create),
                        keys.read(
                                PREFIX + "checkpoints",
                                data.resolve("flink").resolve("checkpoints").toUri().toString(),
                                URI::create),
                        keys.time("checkpoint-interval", "PT10S"),
                        keys.number("parallelism", 1),
                        new EventTime(keys.time("disorder", "PT30S"), keys.time("quiet", "PT3S")),
                        keys.number("batch-rows", 5000),
                        keys.time("batch-interval", "PT0.4S"),
                        keys.time("latest-interval", "PT0.2S"),
                        keys.time("silent-after", "PT15M"),
                        keys.number("rest-port", 0),
                        keys.number("http-port", 0));
        keys.refuseUnknown();
        return settings;
    }

    /** Without addresses that may hold a password. */
    @Override
    public String toString() {
        return "kafka %s, postgres %s, checkpoints %s every %s"
                .formatted(kafkaUrl, postgres, checkpointUri, checkpointInterval);
    }

    /** Keys that were read, so that the others can be refused. */
    private static final class Keys {
        private final Map<String, String> environment;
        private final Set<String> known = new TreeSet<>();

        private Keys(Map<String, String> environment) {
            this.environment = environment;
        }

        private static String environmentName(String key) {
            return key.replace('.', '_').replace('-', '_').toUpperCase(java.util.Locale.ROOT);
        }

        private <T> T read(String key, String other, Function<String, T> parse) {
            known.add(environmentName(key));
            String text =
                    environment.getOrDefault(
                            key, environment.getOrDefault(environmentName(key), other));
            try {
                return parse.apply(text);
            } catch (RuntimeException e) {
                throw new IllegalArgumentException(
                        "%s: '%s' cannot be read, the default is %s".formatted(key, text, other),
                        e);
            }
        }

        private String word(String key, String other) {
            return read(key, other, word -> word);
        }

        private Duration time(String name, String other) {
            return read(PREFIX + name, other, Duration::parse);
        }

        private int number(String name, int other) {
            return read(PREFIX + name, Integer.toString(other), Integer::valueOf);
        }

        private void refuseUnknown() {
            for (String key : environment.keySet()) {
                String name = environmentName(key);
                if (name.startsWith(environmentName(PREFIX)) && !known.contains(name)) {
                    throw new IllegalArgumentException(
                            "setting %s is none of %s".formatted(key, known));
                }
            }
        }
    }
}

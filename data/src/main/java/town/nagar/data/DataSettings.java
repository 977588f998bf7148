package town.nagar.data;

import java.time.Duration;
import town.nagar.kit.servers.ObjectsAddress;
import town.nagar.kit.servers.PostgresAddress;
import town.nagar.kit.servers.RedisAddress;
import town.nagar.kit.settings.Settings;

/** Where the data service's servers are, and its own choices. */
record DataSettings(
        PostgresAddress postgres,
        RedisAddress redis,
        Kafka kafka,
        Mongo mongo,
        ObjectsAddress objects,
        Own own) {

    /** Keys {@code nagar.kafka.*}; the URL is host:port, or several joined by commas. */
    record Kafka(String url) {}

    /** Keys {@code nagar.mongo.*}. */
    record Mongo(String url) {}

    /**
     * Keys {@code nagar.data.*}.
     *
     * @param connections how many connections to PostgreSQL at most
     * @param monthsAhead how many months' partitions are made before they begin
     * @param keepRawPollution how long raw pollution rows are kept after their month and arrival
     * @param refreshEvery how often derived rows are brought up to date
     * @param answerWithin how long the database may look for the rows of an answer
     * @param archive whether raw rows are written to object storage
     */
    record Own(
            int connections,
            int monthsAhead,
            Duration keepRawPollution,
            Duration refreshEvery,
            Duration answerWithin,
            boolean archive) {
        Own {
            if (connections < 2 || monthsAhead < 1 || !refreshEvery.isPositive()) {
                throw new IllegalArgumentException(
                        "connections %d (2 or more), months-ahead %d (1 or more), refresh-every %s"
                                .formatted(connections, monthsAhead, refreshEvery));
            }
            if (answerWithin.toMillis() < 1) {
                throw new IllegalArgumentException(
                        "answer-within %s: at least 1ms".formatted(answerWithin));
            }
            if (keepRawPollution.toDays() < 2) {
                throw new IllegalArgumentException(
                        "keep-raw-pollution %s: at least 2d".formatted(keepRawPollution));
            }
        }
    }

    private static final Own USUAL =
            new Own(
                    8,
                    2,
                    Duration.ofDays(90),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    true);

    static DataSettings of(Settings settings) {
        return new DataSettings(
                PostgresAddress.of(settings),
                RedisAddress.of(settings),
                settings.bind("nagar.kafka", new Kafka("127.0.0.1:9092")),
                settings.bind("nagar.mongo", new Mongo("mongodb://127.0.0.1:27017")),
                ObjectsAddress.of(settings),
                settings.bind("nagar.data", USUAL));
    }
}

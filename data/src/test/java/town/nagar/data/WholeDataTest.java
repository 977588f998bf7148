package town.nagar.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.MongoQueryException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.lettuce.core.RedisClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import town.nagar.contracts.Domain;
import town.nagar.contracts.Topics;
import town.nagar.contracts.alerts.AlertEvent;
import town.nagar.contracts.alerts.AlertEvent.Phase;
import town.nagar.contracts.alerts.Severity;
import town.nagar.contracts.json.ContractJson;
import town.nagar.data.servers.Eventually;
import town.nagar.data.servers.RunningData;
import town.nagar.data.servers.TestDatabase;
import town.nagar.data.servers.TestTown;
import town.nagar.kit.settings.Settings;
import town.nagar.supervisor.EphemeralServers;
import town.nagar.supervisor.ServerName;

/** The data service among real servers: what comes by Kafka and Redis reaches those who ask. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeDataTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-02-06T08:10:00Z");
    private static final Instant OPENED = Instant.parse("2026-02-06T08:00:00Z");

    private final Map<String, String> settings =
            new TreeMap<>(
                    EphemeralServers.settings(
                            ServerName.POSTGRES,
                            ServerName.REDIS,
                            ServerName.MONGO,
                            ServerName.KAFKA,
                            ServerName.S3));

    private RunningData data;

    @BeforeAll
    void start() throws Exception {
        settings.put("nagar.postgres.url", TestDatabase.url());
        settings.put("nagar.postgres.password", "");
        settings.put("nagar.mongo.url", mongo("nagar_data_test"));
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka()))) {
            admin.createTopics(
                            List.of(
                                    new NewTopic(Topics.REFERENCE, 1, (short) 1),
                                    new NewTopic(Topics.ALERTS, 4, (short) 1)))
                    .all()
                    .get();
        }
        data = RunningData.start(settings, InstantSource.fixed(NOW), 0);
        send(Topics.REFERENCE, "place/R001", ContractJson.write(TestTown.ROAD));
        send(Topics.REFERENCE, "place/P001", ContractJson.write(TestTown.STATION));
        send(Topics.REFERENCE, "sensor/T001", ContractJson.write(TestTown.LOOP));
        Eventually.holds("sensors known", () -> get("/v1/sensors").at("/features").size() == 1);
    }

    @AfterAll
    void stop() {
        data.close();
    }

    private String setting(String key) {
        return Objects.requireNonNull(settings.get(key), key);
    }

    private String kafka() {
        return setting("nagar.kafka.url");
    }

    private String mongo(String name) {
        return setting("nagar.mongo.url").replaceFirst("(mongodb://[^/]+).*", "$1/" + name);
    }

    private void send(String topic, String key, byte[] value) throws Exception {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(
                        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }

    private JsonNode get(String path) throws Exception {
        return MAPPER.readTree(data.get(path).body());
    }

    private static AlertEvent event(Phase phase, int minute) {
        return new AlertEvent(
                AlertEvent.idOf("traffic_congestion", "R001", OPENED),
                "traffic_congestion",
                Domain.TRAFFIC,
                "R001",
                phase,
                Severity.HIGH,
                OPENED.plus(Duration.ofMinutes(minute)),
                OPENED,
                "Congested",
                "congestion_level above 80",
                new TreeMap<>(Map.of("congestion_level", 91.0)),
                List.of("T001"));
    }

    @Test
    void theNewestValueIsServedAsTheStreamsWroteItWithItsStaleness() throws Exception {
        String json =
                "{\"sensor_id\":\"T001\",\"place_id\":\"R001\","
                        + "\"timestamp\":\"2026-02-06T08:09:00Z\",\"metrics\":{\"vehicle_count\":7}}";
        RedisClient client = RedisClient.create(setting("nagar.redis.url"));
        try (var connection = client.connect()) {
            long millis = Instant.parse("2026-02-06T08:09:00Z").toEpochMilli();
            connection
                    .sync()
                    .hset("latest:traffic:T001", Map.of("t", Long.toString(millis), "v", json));
            connection.sync().hset("latest:traffic:T002", Map.of("t", "0", "v", "{\"a\":1}"));
        } finally {
            client.shutdown();
        }
        JsonNode answer = get("/v1/data/traffic/latest?ids=T001,T002,T003");
        assertThat(answer.at("/source").asText()).isEqualTo("cache");
        assertThat(answer.at("/data/0").toString())
                .isEqualTo(json.substring(0, json.length() - 1) + ",\"stale\":false}");
        assertThat(answer.at("/data/1").toString()).isEqualTo("{\"a\":1,\"stale\":true}");
        assertThat(answer.at("/missing").toString()).isEqualTo("[\"T003\"]");
    }

    @Test
    void anAlertReachesTheListAndTheDocumentsAndTheDocumentsCanBeMadeAgain() throws Exception {
        for (Phase phase : List.of(Phase.OPENED, Phase.REPEATED, Phase.OPENED, Phase.REPEATED)) {
            int minute = phase == Phase.OPENED ? 0 : 5;
            send(Topics.ALERTS, "R001", ContractJson.write(event(phase, minute)));
        }
        String id = event(Phase.OPENED, 0).alertId();
        Eventually.holds(
                "alert repeated", () -> get("/v1/alerts/" + id).at("/repeats").asInt() == 1);
        JsonNode alert = get("/v1/alerts?status=active&place=R001").at("/data/0");
        assertThat(alert.at("/alert_id").asText()).isEqualTo(id);
        assertThat(alert.at("/type").asText()).isEqualTo("traffic_congestion");
        assertThat(alert.at("/location/coordinates").toString()).isEqualTo("[72.5714,23.0225]");
        assertThat(alert.at("/created_at").asText()).isEqualTo("2026-02-06T08:00:00Z");
        assertThat(alert.at("/acknowledged_at").isNull()).isTrue();
        assertThat(alert.at("/metadata/data_sources/0").asText()).isEqualTo("T001");

        try (MongoClient client = MongoClients.create(mongo("nagar_data_test"))) {
            var alerts = client.getDatabase("nagar_data_test").getCollection("alerts");
            Eventually.holds("document written", () -> repeats(alerts) == 1);
            alerts.drop();
            assertThat(RebuildDocuments.run(Settings.of(settings), InstantSource.fixed(NOW)))
                    .isOne();
            Document document = Objects.requireNonNull(alerts.find().first());
            assertThat(document.getString("status")).isEqualTo("active");
            assertThat(document.getDate("created_at").toInstant()).isEqualTo(OPENED);
        }

        send(Topics.ALERTS, "R001", ContractJson.write(event(Phase.CLEARED, 9)));
        Eventually.holds(
                "alert resolved",
                () -> get("/v1/alerts/" + id).at("/status").asText().equals("resolved"));
        assertThat(get("/v1/alerts?status=active").at("/pagination/total").asInt()).isZero();
    }

    /** None while the service makes its indexes, during which the embedded server may fail. */
    private static int repeats(MongoCollection<Document> alerts) {
        try {
            Document document = alerts.find().first();
            return document == null ? 0 : document.getInteger("repeats", 0);
        } catch (MongoQueryException e) {
            return 0;
        }
    }

    @Test
    void aRestartTakesNothingTwiceAndLosesNothing() throws Exception {
        try (RunningData again = RunningData.start(settings, InstantSource.fixed(NOW), 0)) {
            send(Topics.REFERENCE, "place/P001", ContractJson.write(TestTown.STATION));
            Eventually.holds(
                    "place known after restart",
                    () -> again.get("/v1/stations/P001").statusCode() == 200);
            assertThat(again.get("/v1/roads/R001").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void everythingIsWellAmongRealServers() throws Exception {
        Eventually.holds("all parts up", () -> get("/health").at("/status").asText().equals("UP"));
    }
}

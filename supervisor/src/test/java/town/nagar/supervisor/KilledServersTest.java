package town.nagar.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KilledServersTest {
    private static final String TOPIC = "nagar/traffic/T1";

    private static RunningServers servers;
    private static Map<String, String> settings;

    @BeforeAll
    static void start() throws Exception {
        servers =
                EphemeralServers.start(
                        EnumSet.of(ServerName.KAFKA, ServerName.POSTGRES, ServerName.MQTT),
                        Map.of());
        settings = servers.settings();
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    void committedRowsSurviveAKilledPostgres() throws Exception {
        execute("CREATE TABLE kept (id int)");
        execute("INSERT INTO kept SELECT generate_series(1, 1000)");
        long before = TestTown.pid(servers, "postgres");

        TestTown.kill(before);
        TestTown.awaitReadyAfterRestart(servers, "postgres");

        assertThat(TestTown.pid(servers, "postgres")).isNotEqualTo(before);
        assertThat(servers.settings()).isEqualTo(settings);
        assertThat(count("kept")).isEqualTo(1_000);
    }

    @Test
    void aKilledKafkaServesAgainOnItsPort() throws Exception {
        TestTown.kill(TestTown.pid(servers, "kafka"));

        TestTown.awaitReadyAfterRestart(servers, "kafka");

        assertThat(servers.settings()).isEqualTo(settings);
        assertThat(TestTown.status(servers, "kafka").detail()).isEqualTo("ended with status 137");
    }

    @Test
    void noAcknowledgedMessageIsLostByAKilledBroker() throws Exception {
        subscribe().disconnect(); // from now on the broker keeps messages for it
        publish(2_000);

        TestTown.kill(TestTown.pid(servers, "mqtt"));
        TestTown.awaitReadyAfterRestart(servers, "mqtt");

        assertThat(receive(2_000).cardinality()).isEqualTo(2_000);
    }

    private static Mqtt5BlockingClient client(String name) throws IOException {
        URI url = URI.create(servers.setting("nagar.mqtt.url"));
        return Mqtt5Client.builder()
                .identifier(name)
                .serverHost(url.getHost())
                .serverPort(url.getPort())
                .simpleAuth()
                .username(servers.setting("nagar.mqtt.user"))
                .password(servers.setting("nagar.mqtt.password").getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .buildBlocking();
    }

    private static Mqtt5BlockingClient subscribe() throws IOException {
        Mqtt5BlockingClient client = client("ingestion");
        client.connectWith().cleanStart(false).noSessionExpiry().send();
        client.subscribeWith()
                .topicFilter("$share/nagar/nagar/#")
                .qos(MqttQos.AT_LEAST_ONCE)
                .send();
        return client;
    }

    private static void publish(int messages) throws IOException {
        Mqtt5BlockingClient gateway = client("publisher");
        gateway.connect();
        for (int number = 0; number < messages; number++) {
            gateway.publishWith()
                    .topic(TOPIC)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(ByteBuffer.allocate(250).putInt(0, number))
                    .send();
        }
        gateway.disconnect();
    }

    private static BitSet receive(int wanted) throws Exception {
        var received = new BitSet();
        Mqtt5BlockingClient client = client("ingestion");
        try (var publishes = client.publishes(MqttGlobalPublishFilter.ALL, true)) {
            client.connectWith().cleanStart(false).noSessionExpiry().send();
            boolean more = true;
            while (more && received.cardinality() < wanted) {
                var next = publishes.receive(10, TimeUnit.SECONDS);
                next.ifPresent(message -> received.set(number(message)));
                next.ifPresent(Mqtt5Publish::acknowledge);
                more = next.isPresent();
            }
        }
        client.disconnect();
        return received;
    }

    private static int number(Mqtt5Publish message) {
        return ByteBuffer.wrap(message.getPayloadAsBytes()).getInt();
    }

    private static Connection connect() throws Exception {
        return DriverManager.getConnection(
                servers.setting("nagar.postgres.url"),
                servers.setting("nagar.postgres.user"),
                servers.setting("nagar.postgres.password"));
    }

    private static void execute(String statement) throws Exception {
        try (Connection connection = connect();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static int count(String table) throws Exception {
        try (Connection connection = connect();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void aGatewayMayPublishReadingsAndNothingElse() throws Exception {
        String secret = Gateways.of(servers.dataDir()).add("gate-7");

        assertThat(GatewayClient.connect(servers, "gate-7", secret))
                .satisfies(gateway -> {
                    assertThat(gateway.mayPublish("nagar/water/W1")).isTrue();
                    assertThat(gateway.mayPublish("other/W1")).isFalse();
                    assertThat(gateway.maySubscribe("nagar/#")).isFalse();
                });
        assertThat(GatewayClient.isLetIn(servers, "gate-7", "wrong")).isFalse();
        assertThat(GatewayClient.isLetIn(servers, "gate-8", secret)).isFalse();
    }
}

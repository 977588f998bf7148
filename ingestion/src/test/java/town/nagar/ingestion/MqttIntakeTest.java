package town.nagar.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static town.nagar.ingestion.RunningIngestion.SERVERS;
import static town.nagar.ingestion.RunningIngestion.await;
import static town.nagar.ingestion.RunningIngestion.readings;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import town.nagar.contracts.readings.Reading;

/** Readings by MQTT, and what becomes of those that are refused. */
@ExtendWith(SharedIngestion.class)
class MqttIntakeTest {
    private final RunningIngestion service;

    MqttIntakeTest(RunningIngestion service) {
        this.service = service;
    }

    private static Mqtt5BlockingClient mqtt(String id) {
        URI broker = URI.create(String.valueOf(SERVERS.get("nagar.mqtt.url")));
        Mqtt5BlockingClient client =
                Mqtt5Client.builder()
                        .identifier(id)
                        .serverHost(broker.getHost())
                        .serverPort(broker.getPort())
                        .simpleAuth()
                        .username(String.valueOf(SERVERS.get("nagar.mqtt.user")))
                        .password(
                                String.valueOf(SERVERS.get("nagar.mqtt.password"))
                                        .getBytes(StandardCharsets.UTF_8))
                        .applySimpleAuth()
                        .buildBlocking();
        client.connect();
        return client;
    }

    private static void publish(
            Mqtt5BlockingClient client, String topic, MqttQos qos, String text) {
        client.publishWith()
                .topic(topic)
                .qos(qos)
                .payload(text.getBytes(StandardCharsets.UTF_8))
                .userProperties()
                .add("gateway", "gw-3")
                .applyUserProperties()
                .send();
    }

    @Test
    void gatewaysAreHeardWithBothQualitiesOfService() {
        await(
                () -> service.send(service.get("/health")).body(),
                body -> body.contains("messages_in_flight"));
        Mqtt5BlockingClient gateway = mqtt("gateway-3");
        for (int i = 0; i < 500; i++) {
            String json = "{\"event_time\":%d,\"flow_rate\":1.5}".formatted(1_770_000_000_000L + i);
            MqttQos qos = i % 2 == 0 ? MqttQos.AT_LEAST_ONCE : MqttQos.AT_MOST_ONCE;
            publish(gateway, "nagar/water/MQTT-" + i, qos, json);
        }
        List<Reading> readings =
                await(() -> readings("water", "MQTT-"), found -> found.size() >= 500);
        assertThat(readings).extracting(Reading::sensorId).doesNotHaveDuplicates();
        assertThat(readings).extracting(Reading::source).containsOnly("gw-3");
        gateway.disconnect();
    }

    @Test
    void whatWasRefusedIsShownAndCanBeSentInAgain() {
        Mqtt5BlockingClient gateway = mqtt("gateway-4");
        publish(gateway, "nagar/traffic/DEAD-1", MqttQos.AT_LEAST_ONCE, "{\"no json");
        publish(gateway, "nagar/noise/DEAD-2", MqttQos.AT_LEAST_ONCE, "{}");
        gateway.disconnect();
        String list = "/v1/admin/dead-letters?source=gw-3&reason=unknown_domain";
        String found =
                await(
                        () -> service.send(service.get(list)).body(),
                        body -> body.contains("nagar/noise"));
        assertThat(found).contains("\"state\":\"waiting\"").doesNotContain("original_base64");
        String id = found.replaceAll("(?s).*\"id\":(\\d+).*", "$1");
        assertThat(service.send(service.get("/v1/admin/dead-letters/" + id)).body())
                .contains("\"original_base64\":\"e30=\"");
        HttpResponse<String> replayed =
                service.send(service.post("/v1/admin/dead-letters/%s/replay".formatted(id), ""));
        assertThat(replayed.body())
                .contains("\"state\":\"failed_again\"")
                .contains("\"replays\":1");
        assertThat(service.send(service.get("/v1/admin/dead-letters?colour=red")).statusCode())
                .isEqualTo(400);
        assertThat(service.send(service.get("/v1/admin/dead-letters/77")).statusCode())
                .isEqualTo(404);
        String many = "/v1/admin/dead-letters/replay";
        assertThat(
                        service.send(
                                        service.post(
                                                many,
                                                "{\"source\":\"gw-3\",\"reason\":\"malformed\"}"))
                                .body())
                .contains("\"replayed\":1")
                .contains("failed_again");
    }
}

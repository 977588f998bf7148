package town.nagar.supervisor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5MessageException;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import java.io.IOException;
import java.net.URI;

/** A gateway's connection, asked what it may do. */
record GatewayClient(Mqtt5BlockingClient client) {
    static GatewayClient connect(RunningServers servers, String name, String secret)
            throws IOException {
        URI url = URI.create(servers.setting("nagar.mqtt.url"));
        Mqtt5BlockingClient client =
                Mqtt5Client.builder()
                        .identifier(name)
                        .serverHost(url.getHost())
                        .serverPort(url.getPort())
                        .simpleAuth()
                        .username(name)
                        .password(secret.getBytes(UTF_8))
                        .applySimpleAuth()
                        .buildBlocking();
        client.connect();
        return new GatewayClient(client);
    }

    static boolean isLetIn(RunningServers servers, String name, String secret) throws IOException {
        try {
            connect(servers, name, secret).client.disconnect();
            return true;
        } catch (Mqtt5MessageException e) {
            return false;
        }
    }

    boolean mayPublish(String topic) {
        try {
            Mqtt5PublishResult result =
                    client.publishWith().topic(topic).qos(MqttQos.AT_LEAST_ONCE).send();
            return result.getError().isEmpty();
        } catch (Mqtt5MessageException e) {
            return false;
        }
    }

    boolean maySubscribe(String filter) {
        try {
            client.subscribeWith().topicFilter(filter).qos(MqttQos.AT_LEAST_ONCE).send();
            return true;
        } catch (Mqtt5MessageException e) {
            return false;
        }
    }
}

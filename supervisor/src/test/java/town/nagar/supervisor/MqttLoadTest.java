package town.nagar.supervisor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Measures the broker; runs only with {@code -Dnagar.mqtt.load=MESSAGES}. */
class MqttLoadTest {
    private static final int ROUNDS = 3;

    /** Messages without acknowledgement at a time. */
    static final int IN_FLIGHT = 1_000;

    private static final int TOPICS = 200;
    private static final int PAYLOAD_BYTES = 250;

    @Test
    void eachMessageOfALoadArrives() throws Exception {
        int messages = Integer.getInteger("nagar.mqtt.load", 0);
        assumeTrue(messages > 0, "give -Dnagar.mqtt.load=MESSAGES");
        try (RunningServers servers = EphemeralServers.start(Set.of(ServerName.MQTT), Map.of())) {
            var received = new AtomicInteger();
            subscribe(servers, received);
            Mqtt5AsyncClient publisher = connect(servers, "publisher");
            for (int round = 1; round <= ROUNDS; round++) {
                Duration cpuBefore = cpu(servers);
                Instant start = Instant.now();
                publish(publisher, messages);
                int wanted = round * messages;
                TestTown.await(() -> received.get() >= wanted, wanted + " messages");
                report(
                        messages,
                        Duration.between(start, Instant.now()),
                        cpu(servers).minus(cpuBefore));
            }
            assertThat(received).hasValue(ROUNDS * messages);
        }
    }

    private static void report(int messages, Duration time, Duration cpu) {
        System.out.printf(
                "%.0f messages a second in and out, %.3f CPU seconds per 1,000%n",
                messages * 1e3 / time.toMillis(), cpu.toMillis() / (double) messages);
    }

    private static Duration cpu(RunningServers servers) {
        return ProcessHandle.of(TestTown.pid(servers, "mqtt"))
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow();
    }

    private static void subscribe(RunningServers servers, AtomicInteger received) throws Exception {
        subscribe(
                servers,
                message -> {
                    received.incrementAndGet();
                    message.acknowledge();
                });
    }

    /**
     * A reader of all topics that acknowledges by hand. It listens before it connects: what its
     * session kept comes at once, and a client without a listener acknowledges it unread.
     */
    static Mqtt5AsyncClient subscribe(RunningServers servers, Consumer<Mqtt5Publish> taken)
            throws Exception {
        Mqtt5AsyncClient client = client(servers, "subscriber");
        client.publishes(MqttGlobalPublishFilter.ALL, taken, true);
        connect(client);
        client.subscribeWith()
                .topicFilter("$share/nagar/nagar/#")
                .qos(MqttQos.AT_LEAST_ONCE)
                .send()
                .get();
        return client;
    }

    static Mqtt5AsyncClient connect(RunningServers servers, String name) throws Exception {
        Mqtt5AsyncClient client = client(servers, name);
        connect(client);
        return client;
    }

    private static void connect(Mqtt5AsyncClient client) throws Exception {
        client.connectWith()
                .cleanStart(false)
                .noSessionExpiry()
                .restrictions()
                .receiveMaximum(IN_FLIGHT)
                .applyRestrictions()
                .send()
                .get();
    }

    private static Mqtt5AsyncClient client(RunningServers servers, String name) throws IOException {
        URI url = URI.create(servers.setting("nagar.mqtt.url"));
        return Mqtt5Client.builder()
                .identifier(name)
                .serverHost(url.getHost())
                .serverPort(url.getPort())
                .simpleAuth()
                .username(servers.setting("nagar.mqtt.user"))
                .password(servers.setting("nagar.mqtt.password").getBytes(UTF_8))
                .applySimpleAuth()
                .buildAsync();
    }

    private static void publish(Mqtt5AsyncClient client, int messages) throws InterruptedException {
        var permits = new Semaphore(IN_FLIGHT);
        for (int number = 0; number < messages; number++) {
            permits.acquire();
            var _ =
                    client.publishWith()
                            .topic("nagar/traffic/T" + number % TOPICS)
                            .qos(MqttQos.AT_LEAST_ONCE)
                            .payload(new byte[PAYLOAD_BYTES])
                            .send()
                            .whenComplete((_, _) -> permits.release());
        }
        permits.acquire(IN_FLIGHT);
    }
}

package town.nagar.ingestion.replay;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import town.nagar.contracts.Domain;
import town.nagar.ingestion.mapping.MappedItem;
import town.nagar.ingestion.mqtt.BrokerAddress;

/** Publishes with QoS 1; the broker's acknowledgement counts, it does not tell of duplicates. */
final class MqttSender implements Sender {
    private static final int AT_ONCE = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Mqtt5AsyncClient client;
    private final Domain domain;
    private final Tally tally;
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final AtomicReference<String> trouble = new AtomicReference<>("");

    private MqttSender(Mqtt5AsyncClient client, Domain domain, Tally tally) {
        this.client = client;
        this.domain = domain;
        this.tally = tally;
    }

    static MqttSender connect(Connection target, Domain domain, Tally tally)
            throws ReplayException, InterruptedException {
        BrokerAddress broker =
                BrokerAddress.of(target.mqttUrl(), target.mqttUser(), target.mqttPassword());
        Mqtt5ClientBuilder builder =
                Mqtt5Client.builder()
                        .identifier("nagar-replay-" + UUID.randomUUID())
                        .serverHost(broker.host())
                        .serverPort(broker.port());
        if (broker.tls()) {
            builder = builder.sslWithDefaultConfig();
        }
        if (!broker.user().isEmpty()) {
            builder =
                    builder.simpleAuth()
                            .username(broker.user())
                            .password(broker.password().value().getBytes(StandardCharsets.UTF_8))
                            .applySimpleAuth();
        }
        Mqtt5AsyncClient client = builder.buildAsync();
        try {
            client.connect().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new ReplayException("the broker does not answer at " + target.mqttUrl());
        }
        return new MqttSender(client, domain, tally);
    }

    @Override
    public void send(MappedItem.Message message) throws ReplayException, InterruptedException {
        if (message.sensorId().isEmpty()) {
            throw new ReplayException("JSON lines go by --via rest: MQTT topics name the sensor");
        }
        acquire(1);
        tally.sent.incrementAndGet();
        var _ =
                client.publishWith()
                        .topic("nagar/%s/%s".formatted(domain.word(), message.sensorId()))
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .payload(message.json().getBytes(StandardCharsets.UTF_8))
                        .userProperties()
                        .add("gateway", "replay")
                        .applyUserProperties()
                        .send()
                        .whenComplete((result, e) -> ended(e == null));
    }

    private void ended(boolean taken) {
        room.release();
        if (taken) {
            tally.acknowledged.incrementAndGet();
        } else {
            trouble.set("the broker refused a message");
        }
    }

    private void acquire(int count) throws ReplayException, InterruptedException {
        if (!room.tryAcquire(count, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new ReplayException("the broker acknowledged nothing in " + PATIENCE);
        }
        if (!trouble.get().isEmpty()) {
            throw new ReplayException(trouble.get());
        }
    }

    @Override
    public void flush() {
        // each message goes at once
    }

    @Override
    public void finish() throws ReplayException, InterruptedException {
        acquire(AT_ONCE);
        room.release(AT_ONCE);
    }

    @Override
    public void close() {
        var _ = client.disconnect().exceptionally(e -> null);
    }
}

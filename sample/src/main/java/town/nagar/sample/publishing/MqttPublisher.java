package town.nagar.sample.publishing;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends messages with QoS 1, few at a time, until the broker has acknowledged each. */
final class MqttPublisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MqttPublisher.class);
    private static final int MOST_IN_FLIGHT = 200;
    private static final int KEEP_ALIVE_SECONDS = 30;
    private static final long SESSION_SECONDS = 3_600;
    private static final long SECONDS_TO_CLOSE = 5;

    private final Mqtt5AsyncClient client;
    private final Semaphore free = new Semaphore(MOST_IN_FLIGHT);
    private final LongAdder published = new LongAdder();
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder failed = new LongAdder();

    private boolean connected;

    MqttPublisher(MqttTarget target, String clientId) {
        Mqtt5ClientBuilder builder =
                Mqtt5Client.builder()
                        .identifier(clientId)
                        .serverHost(target.host())
                        .serverPort(target.port())
                        .automaticReconnect()
                        .initialDelay(250, TimeUnit.MILLISECONDS)
                        .maxDelay(10, TimeUnit.SECONDS)
                        .applyAutomaticReconnect()
                        .addConnectedListener(_ -> connected(target))
                        .addDisconnectedListener(context -> disconnected(target, context));
        if (target.isTls()) {
            builder = builder.sslWithDefaultConfig();
        }
        if (!target.user().isEmpty()) {
            builder =
                    builder.simpleAuth()
                            .username(target.user())
                            .password(target.password().getBytes(StandardCharsets.UTF_8))
                            .applySimpleAuth();
        }
        client = builder.buildAsync();
    }

    private void connected(MqttTarget target) {
        LOG.info("simulator connected url={}", target.url());
        setConnected(true);
    }

    private void disconnected(MqttTarget target, MqttClientDisconnectedContext context) {
        setConnected(false);
        LOG.info(
                "simulator is not connected url={} cause={}",
                target.url(),
                context.getCause().toString());
    }

    private synchronized void setConnected(boolean now) {
        connected = now;
        notifyAll();
    }

    synchronized boolean isConnected() {
        return connected;
    }

    private synchronized void awaitConnected() throws InterruptedException {
        while (!connected) {
            wait();
        }
    }

    /** Begins to connect; messages wait until it has, and each time it has to again. */
    void connect() {
        var _ =
                client.connectWith()
                        .cleanStart(false)
                        .sessionExpiryInterval(SESSION_SECONDS)
                        .keepAlive(KEEP_ALIVE_SECONDS)
                        .send();
    }

    /**
     * Sends all messages and returns when each is acknowledged; what fails is sent again.
     *
     * @throws InterruptedException if it is interrupted before
     */
    void publish(List<SensorMessage> messages) throws InterruptedException {
        List<SensorMessage> left = messages;
        while (!left.isEmpty()) {
            awaitConnected();
            left = publishOnce(left);
        }
    }

    /** Sends each message once and gives back those that failed. */
    private List<SensorMessage> publishOnce(List<SensorMessage> messages)
            throws InterruptedException {
        Queue<SensorMessage> again = new ConcurrentLinkedQueue<>();
        for (SensorMessage message : messages) {
            free.acquire();
            published.add(message.readings());
            var _ =
                    client.publishWith()
                            .topic(message.topic())
                            .qos(MqttQos.AT_LEAST_ONCE)
                            .payload(message.payload())
                            .send()
                            .whenComplete(
                                    (result, reason) -> settle(message, result, reason, again));
        }
        free.acquire(MOST_IN_FLIGHT);
        free.release(MOST_IN_FLIGHT);
        return new ArrayList<>(again);
    }

    private void settle(
            SensorMessage message,
            @Nullable Mqtt5PublishResult result,
            @Nullable Throwable reason,
            Queue<SensorMessage> again) {
        if (reason == null && result != null && result.getError().isEmpty()) {
            acknowledged.add(message.readings());
        } else {
            failed.add(message.readings());
            again.add(message);
        }
        free.release();
    }

    long published() {
        return published.sum();
    }

    long acknowledged() {
        return acknowledged.sum();
    }

    long failed() {
        return failed.sum();
    }

    @Override
    public void close() {
        try {
            var _ = client.disconnect().get(SECONDS_TO_CLOSE, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.info("simulator was not connected at its end cause={}", e.toString());
        }
    }
}

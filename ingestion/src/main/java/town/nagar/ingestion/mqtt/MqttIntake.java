package town.nagar.ingestion.mqtt;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientAutoReconnect;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.suback.Mqtt5SubAck;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.ingestion.door.Door;
import town.nagar.ingestion.door.Intake;
import town.nagar.ingestion.door.Origin;
import town.nagar.ingestion.door.Outcome;
import town.nagar.ingestion.door.Reason;
import town.nagar.ingestion.limits.RateLimits;
import town.nagar.kit.health.Health;
import town.nagar.kit.health.HealthPart;

/**
 * Listens to {@code nagar/{domain}/{sensor_id}} in a persistent MQTT 5 session.
 *
 * <p>A message of QoS 1 is acknowledged when Kafka has it, so the broker keeps what a crash loses;
 * while too many wait, the broker sends no more. A source that is too fast is acknowledged late.
 */
public final class MqttIntake implements AutoCloseable, HealthPart {
    private static final Logger LOG = LoggerFactory.getLogger(MqttIntake.class);
    private static final String FILTER = "nagar/+/+";
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(3);
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final MqttSettings settings;
    private final Door door;
    private final RateLimits limits;
    private final Mqtt5AsyncClient client;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("mqtt-intake").factory());
    private final ScheduledExecutorService later =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("mqtt-later").factory());
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Counter lost;
    private volatile boolean subscribed;
    private volatile boolean closed;

    private MqttIntake(
            MqttSettings settings,
            BrokerAddress broker,
            Door door,
            RateLimits limits,
            MeterRegistry meters) {
        this.settings = settings;
        this.door = door;
        this.limits = limits;
        client = client(broker);
        Gauge.builder("nagar.ingestion.mqtt.in.flight", inFlight, AtomicInteger::get)
                .description("MQTT messages that wait for Kafka")
                .register(meters);
        lost =
                Counter.builder("nagar.ingestion.mqtt.lost")
                        .description("QoS 0 messages that Kafka and spool could not take")
                        .register(meters);
    }

    /** Starts to listen, and goes on trying until the broker answers. */
    public static MqttIntake start(
            MqttSettings settings,
            BrokerAddress broker,
            Door door,
            RateLimits limits,
            MeterRegistry meters) {
        MqttIntake intake = new MqttIntake(settings, broker, door, limits, meters);
        intake.client.publishes(MqttGlobalPublishFilter.ALL, intake::take, intake.worker, true);
        intake.connectWhenOpen();
        return intake;
    }

    private Mqtt5AsyncClient client(BrokerAddress broker) {
        Mqtt5ClientBuilder builder =
                Mqtt5Client.builder()
                        .identifier(settings.clientId())
                        .serverHost(broker.host())
                        .serverPort(broker.port())
                        .automaticReconnect(
                                MqttClientAutoReconnect.builder()
                                        .initialDelay(500, TimeUnit.MILLISECONDS)
                                        .maxDelay(20, TimeUnit.SECONDS)
                                        .build())
                        .addConnectedListener(context -> subscribe())
                        .addDisconnectedListener(this::disconnected);
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
        return builder.buildAsync();
    }

    /** The broker sends at once what it kept; so the door must be open first. */
    private void connectWhenOpen() {
        if (closed) {
            return;
        }
        if (door.isOpen()) {
            var _ = client.connect(connect());
        } else {
            var _ = later.schedule(this::connectWhenOpen, 200, TimeUnit.MILLISECONDS);
        }
    }

    private Mqtt5Connect connect() {
        return Mqtt5Connect.builder()
                .cleanStart(false)
                .sessionExpiryInterval(settings.sessionExpiry().toSeconds())
                .keepAlive(KEEP_ALIVE_SECONDS)
                .restrictions()
                .receiveMaximum(settings.receiveMaximum())
                .maximumPacketSize(settings.maxMessageBytes())
                .applyRestrictions()
                .build();
    }

    private void disconnected(MqttClientDisconnectedContext context) {
        subscribed = false;
        if (!closed) {
            LOG.warn("mqtt broker is away cause={}", context.getCause().toString());
        }
    }

    private void subscribe() {
        if (settings.sharedGroup().isEmpty()) {
            subscribePlain();
            return;
        }
        var _ =
                subscribe("$share/%s/%s".formatted(settings.sharedGroup(), FILTER))
                        .whenComplete((ack, e) -> {
                            if (e == null) {
                                subscribed = true;
                            } else {
                                LOG.warn(
                                        "mqtt broker shares no subscriptions, run one instance only"
                                                + " cause={}",
                                        e.toString());
                                subscribePlain();
                            }
                        });
    }

    private void subscribePlain() {
        var _ =
                subscribe(FILTER)
                        .whenComplete((ack, e) -> {
                            subscribed = e == null;
                            if (e != null) {
                                LOG.error("mqtt subscription refused", e);
                            }
                        });
    }

    private CompletableFuture<Mqtt5SubAck> subscribe(String filter) {
        return client.subscribeWith().topicFilter(filter).qos(MqttQos.AT_LEAST_ONCE).send();
    }

    private void take(Mqtt5Publish publish) {
        inFlight.incrementAndGet();
        String source = MqttTopic.source(publish, settings.gatewayProperty());
        Origin origin = MqttTopic.origin(publish.getTopic().toString(), source);
        byte[] payload = publish.getPayloadAsBytes();
        Intake intake = take(origin, payload);
        Duration pause = limits.count(source, intake.outcomes().size());
        var _ = intake.settled().whenComplete((settled, e) -> ended(publish, pause, e == null));
    }

    /** A message that breaks us must not come again and again. */
    private Intake take(Origin origin, byte[] payload) {
        try {
            return door.take(origin, payload);
        } catch (RuntimeException e) {
            LOG.error("mqtt message broke the door topic={}", origin.address(), e);
            Outcome refused =
                    door.refuse(origin, Reason.MALFORMED, "the message cannot be read", payload);
            return new Intake(List.of(refused), false);
        }
    }

    private void ended(Mqtt5Publish publish, Duration pause, boolean taken) {
        inFlight.decrementAndGet();
        if (publish.getQos() == MqttQos.AT_MOST_ONCE) {
            lost.increment(taken ? 0 : 1);
        } else if (!taken) {
            afterwards(() -> worker.execute(() -> take(publish)), settings.retryAfter());
        } else if (pause.isPositive()) {
            Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
            afterwards(publish::acknowledge, bounded);
        } else {
            publish.acknowledge();
        }
    }

    private void afterwards(Runnable what, Duration delay) {
        if (!closed) {
            var _ = later.schedule(what, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public String name() {
        return "mqtt";
    }

    @Override
    public Health check() {
        return subscribed
                ? Health.up(Map.of("messages_in_flight", inFlight.get()))
                : Health.degraded("the broker does not answer; gateways keep their messages");
    }

    /** Leaves the broker; what was not acknowledged comes again at the next start. */
    @Override
    public void close() {
        closed = true;
        client.disconnect()
                .completeOnTimeout(null, PATIENCE_AT_CLOSE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(e -> null)
                .join();
        later.shutdownNow();
        worker.shutdownNow();
    }
}

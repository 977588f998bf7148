package town.nagar.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a publisher sees of a reader that does not keep up. */
class SlowReaderTest {
    private static final int MESSAGES = 30_000;

    /** The broker's limit, and what was on its way when it was reached. */
    private static final int MOST_WAITING = 15_000;

    private static final int IN_FLIGHT = 2_000;

    private static final int PUBLISHERS = 8;

    private final BlockingQueue<Mqtt5Publish> held = new LinkedBlockingQueue<>();
    private final Semaphore window = new Semaphore(IN_FLIGHT);
    private final AtomicInteger acknowledged = new AtomicInteger();

    @Test
    void acknowledgementsWaitForTheReaderAndAllMessagesArrive() throws Exception {
        try (RunningServers servers = EphemeralServers.start(Set.of(ServerName.MQTT), Map.of())) {
            MqttLoadTest.subscribe(servers, held::add);
            Mqtt5AsyncClient publisher = MqttLoadTest.connect(servers, "publisher");
            Thread.startVirtualThread(() -> publishAll(publisher));
            TestTown.await(() -> acknowledged.get() >= 8_000, "8,000 acknowledgements");
            TimeUnit.SECONDS.sleep(3); // what is shown is that nothing more happens
            assertThat(acknowledged).hasValueLessThan(MOST_WAITING);
            acknowledgeAll();
        }
    }

    /**
     * The messages that were on their way to a reader that went are on their way again when it is
     * back, and publishers wait meanwhile.
     */
    @Test
    void aReaderThatComesBackWhilePublishersWaitGetsAll() throws Exception {
        try (RunningServers servers = EphemeralServers.start(Set.of(ServerName.MQTT), Map.of())) {
            Mqtt5AsyncClient reader = MqttLoadTest.subscribe(servers, held::add);
            Mqtt5AsyncClient publisher = MqttLoadTest.connect(servers, "publisher");
            Thread.startVirtualThread(() -> publishAll(publisher));
            TestTown.await(() -> acknowledged.get() >= 8_000, "8,000 acknowledgements");
            reader.disconnect().get();
            held.clear();
            MqttLoadTest.subscribe(servers, held::add);
            acknowledgeAll();
        }
    }

    /** Else a client hangs up, comes back, and hangs up again, while its backlog grows. */
    @Test
    void aReaderThatComesBackIsGreetedBeforeItGetsAMessage() throws Exception {
        try (RunningServers servers = EphemeralServers.start(Set.of(ServerName.MQTT), Map.of())) {
            MqttLoadTest.subscribe(servers, held::add).disconnect().get();
            for (int publisher = 0; publisher < PUBLISHERS; publisher++) {
                Mqtt5AsyncClient client = MqttLoadTest.connect(servers, "publisher" + publisher);
                Thread.startVirtualThread(() -> publishAll(client));
            }
            while (acknowledged.get() < PUBLISHERS * MESSAGES / 2) {
                MqttLoadTest.subscribe(servers, held::add).disconnect().get();
                held.clear();
            }
        }
    }

    /**
     * Each goes with messages that it never acknowledged: in all more than there are packet ids.
     */
    @Test
    void aSessionOutlivesReadersThatGo() throws Exception {
        try (RunningServers servers = EphemeralServers.start(Set.of(ServerName.MQTT), Map.of())) {
            MqttLoadTest.subscribe(servers, held::add).disconnect().get();
            Mqtt5AsyncClient publisher = MqttLoadTest.connect(servers, "publisher");
            Thread.startVirtualThread(() -> publishAll(publisher));
            for (int reader = 0; reader < 70; reader++) {
                Mqtt5AsyncClient client = MqttLoadTest.subscribe(servers, held::add);
                TestTown.await(() -> held.size() >= MqttLoadTest.IN_FLIGHT, "a window of messages");
                client.disconnect().get();
                held.clear();
            }
            MqttLoadTest.subscribe(servers, held::add);
            acknowledgeAll();
        }
    }

    private void acknowledgeAll() throws InterruptedException {
        for (int read = 0; read < MESSAGES; read++) {
            Mqtt5Publish message = held.poll(30, TimeUnit.SECONDS);
            assertThat(message).as("message %d", read).isNotNull();
            message.acknowledge();
        }
        TestTown.await(() -> acknowledged.get() == MESSAGES, "all acknowledgements");
    }

    private void publishAll(Mqtt5AsyncClient client) {
        for (int number = 0; number < MESSAGES; number++) {
            window.acquireUninterruptibly();
            publish(client, number);
        }
    }

    private void publish(Mqtt5AsyncClient client, int number) {
        var _ =
                client.publishWith()
                        .topic("nagar/traffic/T" + number % 200)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .payload(new byte[250])
                        .send()
                        .thenRun(() -> {
                            window.release();
                            acknowledged.incrementAndGet();
                        });
    }
}

package town.nagar.sample.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import town.nagar.sample.publishing.MqttTarget;
import town.nagar.sample.publishing.SocketBroker;

final class LoadGeneratorTest {
    private static final Instant FIRST = Instant.parse("2026-02-06T08:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static LoadPlan plan(SocketBroker broker, double perSecond, long messages) {
        return new LoadPlan(
                MqttTarget.open(broker.url()),
                LoadPlan.numbered("L", 7),
                3,
                perSecond,
                50,
                messages,
                FIRST,
                Duration.ofSeconds(1));
    }

    @Test
    void everythingPlannedIsSentAndAcknowledged() throws Exception {
        try (SocketBroker broker = SocketBroker.start(20, _ -> false);
                LoadGenerator load =
                        LoadGenerator.start(plan(broker, Double.POSITIVE_INFINITY, 1_000))) {
            assertThat(load.awaitDrained(Duration.ofSeconds(20))).isTrue();
            assertThat(load.acknowledged()).isEqualTo(1_000);
            assertThat(broker.messages()).hasSize(1_000);
            assertThatAcknowledgedIsWhatCame(load, broker);
        }
    }

    private static void assertThatAcknowledgedIsWhatCame(LoadGenerator load, SocketBroker broker)
            throws IOException {
        Map<String, Set<Instant>> came = new HashMap<>();
        for (SocketBroker.Message message : broker.messages()) {
            JsonNode reading = JSON.readTree(message.payload());
            String sensor = reading.get("sensor_id").asText();
            assertThat(message.topic()).isEqualTo("nagar/traffic/" + sensor);
            came.computeIfAbsent(sensor, _ -> new HashSet<>())
                    .add(Instant.ofEpochMilli(reading.get("event_time").asLong()));
        }
        List<String> ids = LoadPlan.numbered("L", 7);
        for (int sensor = 0; sensor < ids.size(); sensor++) {
            Set<Instant> acknowledged = new HashSet<>();
            for (long sequence = 0; sequence < load.acknowledgedOf(sensor); sequence++) {
                acknowledged.add(FIRST.plusSeconds(sequence));
            }
            assertThat(came.get(ids.get(sensor))).isEqualTo(acknowledged);
        }
    }

    @Test
    void aReadingHasFivePlausibleValues() throws Exception {
        try (SocketBroker broker = SocketBroker.start(20, _ -> false);
                LoadGenerator load =
                        LoadGenerator.start(plan(broker, Double.POSITIVE_INFINITY, 300))) {
            assertThat(load.awaitDrained(Duration.ofSeconds(20))).isTrue();
            for (SocketBroker.Message message : broker.messages()) {
                JsonNode values = JSON.readTree(message.payload()).get("values");
                assertThat(values.size()).isEqualTo(5);
                assertThat(values.get("vehicle_count").asInt())
                        .isGreaterThanOrEqualTo(
                                values.get("car_count").asInt()
                                        + values.get("two_wheeler_count").asInt());
                double speed = values.get("average_speed").asDouble();
                assertThat(speed < 6 ? speed + 13 : speed).isBetween(15.0, 41.0); // or it creeps
                assertThat(values.get("occupancy_percentage").asDouble()).isBetween(2.0, 28.0);
            }
        }
    }

    @Test
    void nothingIsLostWhenTheBrokerHangsUp() throws Exception {
        try (SocketBroker broker = SocketBroker.start(20, number -> number % 97 == 0);
                LoadGenerator load =
                        LoadGenerator.start(plan(broker, Double.POSITIVE_INFINITY, 900))) {
            assertThat(load.awaitDrained(Duration.ofSeconds(20))).isTrue();
            assertThat(load.reconnects()).isPositive();
            assertThat(load.acknowledged()).isEqualTo(900);
            assertThatAcknowledgedIsWhatCame(load, broker);
        }
    }

    @Test
    void theRateIsKept() throws Exception {
        try (SocketBroker broker = SocketBroker.start(50, _ -> false)) {
            long start = System.nanoTime();
            try (LoadGenerator load = LoadGenerator.start(plan(broker, 500, 400))) {
                assertThat(load.awaitDrained(Duration.ofSeconds(20))).isTrue();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isGreaterThan(Duration.ofMillis(780));
        }
    }

    @Test
    void stoppingWaitsForWhatIsInFlight() throws Exception {
        try (SocketBroker broker = SocketBroker.start(50, _ -> false);
                LoadGenerator load = LoadGenerator.start(plan(broker, 2_000, Long.MAX_VALUE))) {
            while (load.acknowledged() < 200) {
                Thread.onSpinWait();
            }
            load.stop();
            assertThat(load.awaitDrained(Duration.ofSeconds(20))).isTrue();
            assertThat(load.acknowledged()).isEqualTo(load.sent());
            assertThatAcknowledgedIsWhatCame(load, broker);
        }
    }

    @Test
    void aBrokerThatIsNotThereIsAnError() throws IOException {
        try (Socket held = new Socket()) { // has a port to itself but does not listen
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            LoadPlan plan =
                    new LoadPlan(
                            MqttTarget.open("mqtt://127.0.0.1:" + held.getLocalPort()),
                            List.of("L1"),
                            1,
                            1,
                            1,
                            1,
                            FIRST,
                            Duration.ofSeconds(1));
            assertThatThrownBy(() -> LoadGenerator.start(plan)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void moreConnectionsThanSensorsAreRefused() {
        assertThatThrownBy(() ->
                        new LoadPlan(
                                MqttTarget.open("mqtt://x"),
                                List.of("L1"),
                                2,
                                1,
                                1,
                                1,
                                FIRST,
                                Duration.ofSeconds(1)))
                .hasMessage("sensors is 1: at least one a connection, of which there are 2");
    }
}

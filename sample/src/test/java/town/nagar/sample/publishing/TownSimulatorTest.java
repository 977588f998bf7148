package town.nagar.sample.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.sample.folder.TownFolder;
import town.nagar.sample.folder.TownFolderException;
import town.nagar.sample.folder.TownWriter;
import town.nagar.sample.generate.TownGenerator;
import town.nagar.sample.sensing.LastingDrift;
import town.nagar.sample.sensing.SensorSimulator;
import town.nagar.sample.sensing.SimulatedReading;

final class TownSimulatorTest {
    private static final Instant NOW = Instant.parse("2026-02-03T06:30:30Z");
    private static final Instant SIX_HOURS_AGO = NOW.minus(Duration.ofHours(6));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicReference<Instant> time = new AtomicReference<>(NOW);
    private final InstantSource clock = time::get;

    @TempDir private Path dir = Path.of("");

    @BeforeEach
    void writeTown() throws IOException {
        TownWriter.write(TownGenerator.generate(1, 2_000), dir.resolve("town"));
    }

    private TownFolder town() throws IOException {
        return TownFolder.open(dir.resolve("town"));
    }

    private Path state() {
        return dir.resolve("simulator.state");
    }

    private TownSimulator start(SocketBroker broker) throws IOException {
        return TownSimulator.start(
                town(), MqttTarget.open(broker.url()), state(), LastingDrift.NONE, 1, clock);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(2_000_000);
        }
    }

    private static List<JsonNode> readings(List<SocketBroker.Message> messages) {
        List<JsonNode> readings = new ArrayList<>();
        for (SocketBroker.Message message : messages) {
            try {
                JsonNode node = JSON.readTree(message.payload());
                if (node.isArray()) {
                    node.forEach(readings::add);
                } else {
                    readings.add(node);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return readings;
    }

    private Set<String> expected(Instant after, Instant until) throws IOException {
        SensorSimulator simulator =
                SensorSimulator.of(town(), town().info().seed(), new KnownFireworks());
        Set<String> keys = new HashSet<>();
        simulator.due(after, until).forEach(reading -> keys.add(key(reading)));
        return keys;
    }

    private static String key(SimulatedReading reading) {
        return reading.sensor().id() + " " + reading.eventTime();
    }

    private static Set<String> keys(SocketBroker broker) {
        Set<String> keys = new HashSet<>();
        readings(broker.messages())
                .forEach(node ->
                        keys.add(
                                node.get("sensor_id").asText()
                                        + " "
                                        + node.get("event_time").asText()));
        return keys;
    }

    @Test
    void everySensorSpeaksBeforeHistoryBegins() throws IOException {
        try (SocketBroker broker = SocketBroker.start(50, _ -> false);
                TownSimulator simulator = start(broker)) {
            int sensors = town().sensors().size();
            await(() -> broker.messages().size() >= sensors);
            List<SocketBroker.Message> first = broker.messages().subList(0, sensors);
            assertThat(first.stream().map(SocketBroker.Message::topic)).doesNotHaveDuplicates();
            assertThat(readings(first))
                    .anySatisfy(reading -> {
                        assertThat(reading.get("sensor_id").asText()).isEqualTo("T001");
                        assertThat(reading.get("event_time").asText())
                                .isEqualTo("2026-02-03T06:30:00Z");
                    });
            assertThat(simulator.failed()).isZero();
        }
    }

    @Test
    void twoDaysAreFilledAndThenTimeGoesOn() throws IOException {
        try (SocketBroker broker = SocketBroker.start(50, _ -> false);
                TownSimulator simulator = start(broker)) {
            await(simulator::isUpToDate);
            time.set(NOW.plusSeconds(3_600));
            Set<String> all = expected(NOW.minus(Duration.ofDays(2)), NOW.plusSeconds(3_600));
            await(() -> simulator.acknowledged() >= all.size());
            await(() -> keys(broker).containsAll(all));
            assertThat(all).hasSizeGreaterThan(20_000);
        }
    }

    @Test
    void aRestartGoesOnWhereItStopped() throws IOException {
        Files.writeString(state(), SIX_HOURS_AGO.toString());
        try (SocketBroker broker = SocketBroker.start(50, _ -> false);
                TownSimulator simulator = start(broker)) {
            await(simulator::isUpToDate);
            time.set(NOW.plusSeconds(60));
            await(() -> kept().equals(NOW.plusSeconds(60)));
        }
        time.set(NOW.plusSeconds(7_200));
        try (SocketBroker broker = SocketBroker.start(50, _ -> false);
                TownSimulator simulator = start(broker)) {
            await(simulator::isUpToDate);
            Set<String> missing = expected(NOW.plusSeconds(60), NOW.plusSeconds(7_200));
            assertThat(keys(broker)).containsAll(missing);
            assertThat(readings(broker.messages()).size())
                    .isLessThan(missing.size() + 2 * town().sensors().size());
        }
    }

    private Instant kept() {
        try {
            return Instant.parse(Files.readString(state()).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothingIsLostWhenTheBrokerHangsUp() throws IOException {
        Files.writeString(state(), SIX_HOURS_AGO.toString());
        try (SocketBroker broker = SocketBroker.start(50, number -> number % 150 == 0);
                TownSimulator simulator = start(broker)) {
            await(simulator::isUpToDate);
            assertThat(keys(broker)).containsAll(expected(SIX_HOURS_AGO, NOW));
            assertThat(broker.connections()).isGreaterThan(1);
        }
    }

    @Test
    void aBrokerThatIsNotThereYetIsWaitedFor() throws IOException {
        Files.writeString(state(), SIX_HOURS_AGO.toString());
        int port;
        try (Socket held = new Socket()) { // has a port to itself but does not listen
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            port = held.getLocalPort();
        }
        MqttTarget target = MqttTarget.open("mqtt://127.0.0.1:" + port);
        try (TownSimulator simulator =
                TownSimulator.start(town(), target, state(), LastingDrift.NONE, 1, clock)) {
            try (SocketBroker broker = SocketBroker.startAt(port, 50, _ -> false)) {
                await(simulator::isUpToDate);
                assertThat(keys(broker)).containsAll(expected(SIX_HOURS_AGO, NOW));
            }
        }
    }

    @Test
    void aReplayKeepsItsPace() throws IOException {
        try (SocketBroker broker = SocketBroker.start(50, _ -> false);
                TownSimulator simulator =
                        TownSimulator.start(
                                town(),
                                MqttTarget.open(broker.url()),
                                state(),
                                LastingDrift.NONE,
                                60,
                                clock)) {
            time.set(NOW.plusSeconds(60));
            Instant start = NOW.minus(Duration.ofDays(2));
            await(() -> containsAll(broker, start, start.plusSeconds(3_600)));
            assertThat(keys(broker))
                    .doesNotContainAnyElementsOf(
                            expected(start.plusSeconds(3_600), start.plusSeconds(7_200)));
            assertThat(simulator.isUpToDate()).isFalse();
        }
    }

    private boolean containsAll(SocketBroker broker, Instant after, Instant until) {
        try {
            return keys(broker).containsAll(expected(after, until));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aStateFileOfSomethingElseIsNamed() throws IOException {
        Files.writeString(state(), "yesterday");
        assertThatThrownBy(() ->
                        TownSimulator.start(
                                town(),
                                MqttTarget.open("mqtt://127.0.0.1:1"),
                                state(),
                                LastingDrift.NONE,
                                1,
                                clock))
                .isInstanceOf(TownFolderException.class)
                .hasMessageContaining("simulator.state: 'yesterday' is no time");
    }

    @Test
    void aTargetThatIsNoMqttUrlIsNamed() {
        assertThatThrownBy(() -> MqttTarget.open("http://x"))
                .hasMessageContaining("MQTT URL 'http://x'");
        assertThat(new MqttTarget("mqtts://broker", "u", "secret").toString())
                .doesNotContain("secret");
        assertThat(new MqttTarget("mqtts://broker", "u", "secret").port()).isEqualTo(8_883);
    }
}

package town.nagar.checks.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import town.nagar.checks.bench.TownUnderTest;
import town.nagar.supervisor.Gateways;

/** The README's {@code mosquitto_pub} line, where mosquitto's clients are on the PATH. */
@ExtendWith(SharedTown.class)
class MosquittoTest {
    @BeforeEach
    void clientsAreThere() {
        assumeTrue(program("mosquitto_pub").isPresent(), "mosquitto-clients are not installed");
    }

    private static Optional<Path> program(String name) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder).resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** What a client said and how it ended. */
    private record Run(int status, String said) {}

    private static Run run(TownUnderTest town, String program, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program(program).orElseThrow().toString()));
        command.addAll(List.of("-h", "127.0.0.1", "-p", Integer.toString(town.portOf("mqtt"))));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), said);
    }

    @Test
    void aGatewayPublishesByBothVersionsOfMqtt(TownUnderTest town) throws Exception {
        String secret = Gateways.of(town.dataDir()).add("gate-mosquitto");
        try (Connection tables = town.tables()) {
            for (String version : List.of("mqttv311", "mqttv5")) {
                String reading =
                        "{\"event_time\":\"%s\",\"values\":{\"vehicle_count\":45}}"
                                .formatted(Instant.now());
                String sensor = "MOSQUITTO-" + version;
                Run sent =
                        Run.class.cast(
                                awaitAccepted(
                                        town, secret, version, "nagar/traffic/" + sensor, reading));
                assertThat(sent.said()).isEmpty();
                Visitor.awaitNumber(
                        tables,
                        "SELECT count(*) FROM traffic_measurements WHERE sensor_id = '%s'"
                                .formatted(sensor),
                        1);
            }
        }
    }

    private static Run awaitAccepted(
            TownUnderTest town, String secret, String version, String topic, String message)
            throws IOException, InterruptedException {
        Run run = new Run(-1, "");
        for (int i = 0; i < 20 && run.status() != 0; i++) { // the broker sees it within seconds
            run =
                    run(
                            town,
                            "mosquitto_pub",
                            "-V",
                            version,
                            "-u",
                            "gate-mosquitto",
                            "-P",
                            secret,
                            "-q",
                            "1",
                            "-t",
                            topic,
                            "-m",
                            message);
        }
        return run;
    }

    @Test
    void aWrongSecretIsRefused(TownUnderTest town) throws Exception {
        Run run =
                run(
                        town,
                        "mosquitto_pub",
                        "-u",
                        "gate-mosquitto",
                        "-P",
                        "guessed",
                        "-q",
                        "1",
                        "-t",
                        "nagar/traffic/X",
                        "-m",
                        "{}");
        assertThat(run.status()).isNotZero();
    }
}

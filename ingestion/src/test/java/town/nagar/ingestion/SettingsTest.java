package town.nagar.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import town.nagar.ingestion.anomalies.AnomalySettings;
import town.nagar.ingestion.connectors.ConnectorSettings;
import town.nagar.ingestion.deadletters.DeadLetterSettings;
import town.nagar.ingestion.door.DoorSettings;
import town.nagar.ingestion.files.FileSettings;
import town.nagar.ingestion.limits.LimitSettings;
import town.nagar.ingestion.mqtt.MqttSettings;
import town.nagar.ingestion.pressure.PressureSettings;
import town.nagar.ingestion.publish.PublishSettings;
import town.nagar.ingestion.registry.RegistrySettings;
import town.nagar.ingestion.rest.RestSettings;
import town.nagar.ingestion.websocket.WebSocketSettings;
import town.nagar.kit.settings.Secret;
import town.nagar.kit.settings.Settings;
import town.nagar.kit.settings.SettingsException;

class SettingsTest {
    /** Prefix, defaults, other values, and how these are written. */
    static Stream<Arguments> all() {
        return Stream.of(
                of(
                        DoorSettings.PREFIX,
                        DoorSettings.DEFAULTS,
                        new DoorSettings(
                                3,
                                Duration.ofMinutes(1),
                                Duration.ofHours(2),
                                Duration.ofSeconds(7),
                                9_000),
                        "instance=3 clock-ahead-after=1m refused-ahead-after=2h"
                                + " duplicate-window=7s max-recent=9000"),
                of(
                        PublishSettings.PREFIX,
                        PublishSettings.DEFAULTS,
                        new PublishSettings(
                                Duration.ofMillis(9),
                                70_000,
                                8_000_000,
                                "none",
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(1),
                                900_000,
                                100_000,
                                Duration.ofMillis(7),
                                8,
                                3,
                                Duration.ofDays(1),
                                Duration.ofDays(2)),
                        "linger=9ms batch-bytes=70000 buffer-bytes=8000000 compression=none"
                                + " request-timeout=2s delivery-timeout=5s max-block=1s"
                                + " spool-bytes=900000 spool-segment-bytes=100000 spool-flush=7ms"
                                + " partitions=8 replication=3 readings-retention=1d"
                                + " events-retention=2d"),
                of(
                        RegistrySettings.PREFIX,
                        RegistrySettings.DEFAULTS,
                        new RegistrySettings(5, 6, Duration.ofSeconds(7)),
                        "new-sensors-per-hour=5 max-sensors=6 snapshot-every=7s"),
                of(
                        AnomalySettings.PREFIX,
                        AnomalySettings.DEFAULTS,
                        new AnomalySettings(4, 5, 6, 7, Duration.ofSeconds(8)),
                        "deviations=4 min-count=5 memory-count=6 max-bytes=7 save-every=8s"),
                of(
                        LimitSettings.PREFIX,
                        LimitSettings.DEFAULTS,
                        new LimitSettings(5, 6, List.of("a=7", "b=8")),
                        "readings-per-second=5 burst-seconds=6 per-source=a=7,b=8"),
                of(
                        PressureSettings.PREFIX,
                        PressureSettings.DEFAULTS,
                        new PressureSettings(9, 8, Duration.ofSeconds(7), Duration.ofSeconds(6)),
                        "wait-above=9 go-on-below=8 wait-at-most=7s news-lasts-for=6s"),
                of(
                        MqttSettings.PREFIX,
                        MqttSettings.DEFAULTS,
                        new MqttSettings(
                                "me",
                                "us",
                                Duration.ofDays(8),
                                9,
                                1_000,
                                "gw",
                                Duration.ofSeconds(4)),
                        "client-id=me shared-group=us session-expiry=8d receive-maximum=9"
                                + " max-message-bytes=1000 gateway-property=gw retry-after=4s"),
                of(
                        RestSettings.PREFIX,
                        RestSettings.DEFAULTS,
                        new RestSettings(
                                Duration.ofSeconds(1), Duration.ofSeconds(2), 3_000, 4_000),
                        "patience=1s retry-after=2s max-single-bytes=3000 max-batch-bytes=4000"),
                of(
                        WebSocketSettings.PREFIX,
                        WebSocketSettings.DEFAULTS,
                        new WebSocketSettings(Duration.ofSeconds(1), 2_000, 3, List.of("http://a")),
                        "auth-within=1s max-frame-bytes=2000 max-in-flight=3"
                                + " allowed-origins=http://a"),
                of(
                        FileSettings.PREFIX,
                        FileSettings.DEFAULTS,
                        new FileSettings(
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(2),
                                3,
                                Duration.ofSeconds(4)),
                        "every=1s quiet-for=2s rows-at-once=3 retry-after=4s"),
                of(
                        ConnectorSettings.PREFIX,
                        ConnectorSettings.DEFAULTS,
                        new ConnectorSettings(
                                new Secret("a=b"),
                                Duration.ofSeconds(1),
                                2_000,
                                3,
                                Duration.ofSeconds(4)),
                        "keys=a=b timeout=1s max-bytes=2000 max-pages=3 first-pause=4s"),
                of(
                        DeadLetterSettings.PREFIX,
                        DeadLetterSettings.DEFAULTS,
                        new DeadLetterSettings(Duration.ofDays(1), 9, 3, Duration.ofMinutes(4)),
                        "kept-for=1d alert-count=9 clear-count=3 alert-within=4m"));
    }

    private static Arguments of(String prefix, Record defaults, Record others, String written) {
        return Arguments.of(prefix, defaults, others, written);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void defaults(String prefix, Record defaults) {
        assertThat(Settings.of(Map.of()).bind(prefix, defaults)).isEqualTo(defaults);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void everyKeyIsRead(String prefix, Record defaults, Record others, String written) {
        Map<String, String> given = new java.util.TreeMap<>();
        for (String entry : written.split(" ", -1)) {
            String[] pair = entry.split("=", 2);
            given.put(prefix + "." + pair[0], pair[1]);
        }
        Settings settings = Settings.of(given);
        assertThat(settings.bind(prefix, defaults)).isEqualTo(others);
        settings.refuseUnknown();
        assertThat(given).hasSize(defaults.getClass().getRecordComponents().length);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void anUnknownKeyIsRefused(String prefix, Record defaults) {
        Settings settings = Settings.of(Map.of(prefix + ".colour", "red"));
        settings.bind(prefix, defaults);
        assertThatThrownBy(settings::refuseUnknown)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("colour");
    }
}

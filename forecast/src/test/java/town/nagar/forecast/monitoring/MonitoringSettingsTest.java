package town.nagar.forecast.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import town.nagar.kit.servers.PostgresAddress;
import town.nagar.kit.settings.Secret;
import town.nagar.kit.settings.Settings;
import town.nagar.kit.settings.SettingsException;

class MonitoringSettingsTest {
    private static final String PREFIX = "nagar.forecast.monitoring.";

    @Test
    void defaults() {
        MonitoringSettings none = MonitoringSettings.of(Settings.of(Map.of()));
        assertThat(none.own()).isEqualTo(MonitoringSettings.DEFAULTS);
        assertThat(none.own().featurePsi()).isEqualTo(0.1);
        assertThat(none.own().predictionPsi()).isEqualTo(0.15);
        assertThat(none.postgres().user()).isEqualTo("nagar");
    }

    @Test
    void everyKeyIsRead() {
        Map<String, String> given = new TreeMap<>();
        given.put("nagar.postgres.url", "jdbc:postgresql://db/town");
        given.put("nagar.postgres.user", "u");
        given.put("nagar.postgres.password", "secret");
        given.put(PREFIX + "enabled", "false");
        given.put(PREFIX + "connections", "2");
        given.put(PREFIX + "queue", "7");
        given.put(PREFIX + "retention", "30d");
        given.put(PREFIX + "round-after", "1m");
        given.put(PREFIX + "round-every", "10m");
        given.put(PREFIX + "window", "14d");
        given.put(PREFIX + "shift-window", "1d");
        given.put(PREFIX + "feature-psi", "0.2");
        given.put(PREFIX + "prediction-psi", "0.3");
        given.put(PREFIX + "error-rise-percent", "15");
        Settings settings = Settings.of(given);
        assertThat(MonitoringSettings.of(settings))
                .isEqualTo(
                        new MonitoringSettings(
                                new PostgresAddress(
                                        "jdbc:postgresql://db/town", "u", new Secret("secret")),
                                new MonitoringSettings.Own(
                                        false,
                                        2,
                                        7,
                                        Duration.ofDays(30),
                                        Duration.ofMinutes(1),
                                        Duration.ofMinutes(10),
                                        Duration.ofDays(14),
                                        Duration.ofDays(1),
                                        0.2,
                                        0.3,
                                        15)));
        settings.refuseUnknown();
    }

    @Test
    void anUnknownKeyIsRefused() {
        Settings wrong = Settings.of(Map.of(PREFIX + "feature-pis", "1"));
        var _ = MonitoringSettings.of(wrong);
        assertThatThrownBy(wrong::refuseUnknown)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(PREFIX + "feature-psi");
        Settings shortRetention = Settings.of(Map.of(PREFIX + "retention", "8d"));
        assertThatThrownBy(() -> MonitoringSettings.of(shortRetention))
                .hasMessageContaining("retention PT192H: two windows or more");
    }
}

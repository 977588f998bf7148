package town.nagar.forecast.retraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import town.nagar.kit.settings.Settings;
import town.nagar.kit.settings.SettingsException;

class RetrainingSettingsTest {
    private static final String PREFIX = "nagar.forecast.retraining.";

    @Test
    void defaults() {
        assertThat(RetrainingSettings.of(Settings.of(Map.of())))
                .isEqualTo(
                        new RetrainingSettings(
                                true,
                                Duration.ofDays(7),
                                Duration.ofHours(12),
                                Duration.ofDays(14)));
    }

    @Test
    void everyKeyIsRead() {
        Settings all =
                Settings.of(
                        Map.of(
                                PREFIX + "enabled", "false",
                                PREFIX + "every", "3d",
                                PREFIX + "pause", "1h",
                                PREFIX + "fault-for", "9d"));
        assertThat(RetrainingSettings.of(all))
                .isEqualTo(
                        new RetrainingSettings(
                                false,
                                Duration.ofDays(3),
                                Duration.ofHours(1),
                                Duration.ofDays(9)));
        all.refuseUnknown();
    }

    @Test
    void anUnknownKeyIsRefused() {
        Settings wrong = Settings.of(Map.of(PREFIX + "puase", "1h"));
        var _ = RetrainingSettings.of(wrong);
        assertThatThrownBy(wrong::refuseUnknown)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(PREFIX + "pause");
        Settings never = Settings.of(Map.of(PREFIX + "every", "0s"));
        assertThatThrownBy(() -> RetrainingSettings.of(never)).hasMessageContaining("every PT0S");
    }
}

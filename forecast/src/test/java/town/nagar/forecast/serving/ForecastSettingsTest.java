package town.nagar.forecast.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import town.nagar.forecast.rollout.ForecastFolder;
import town.nagar.kit.settings.Settings;
import town.nagar.kit.settings.SettingsException;

class ForecastSettingsTest {
    @Test
    void defaults() {
        Settings none = Settings.of(Map.of());
        assertThat(ForecastSettings.of(none))
                .isEqualTo(
                        new ForecastSettings(
                                "http://127.0.0.1:8080",
                                true,
                                Duration.ofSeconds(30),
                                true,
                                1,
                                768,
                                4096));
        assertThat(ForecastFolder.of(none))
                .isEqualTo(Path.of(System.getProperty("user.home"), ".nagar", "forecast"));
    }

    @Test
    void everyKeyIsRead() {
        Settings all =
                Settings.of(
                        Map.of(
                                "nagar.forecast.data-url", "http://data:1",
                                "nagar.forecast.first-models", "false",
                                "nagar.forecast.first-models-after", "3s",
                                "nagar.forecast.keep-warm", "false",
                                "nagar.forecast.training-threads", "2",
                                "nagar.forecast.training-memory-megabytes", "99",
                                "nagar.forecast.predictions-kept", "9",
                                "nagar.data-dir", "/d"));
        assertThat(ForecastSettings.of(all))
                .isEqualTo(
                        new ForecastSettings(
                                "http://data:1", false, Duration.ofSeconds(3), false, 2, 99, 9));
        assertThat(ForecastFolder.of(all)).isEqualTo(Path.of("/d/forecast"));
        all.refuseUnknown();
    }

    @Test
    void anUnknownKeyIsRefused() {
        Settings wrong = Settings.of(Map.of("nagar.forecast.training-thread", "1"));
        var _ = ForecastSettings.of(wrong);
        assertThatThrownBy(wrong::refuseUnknown)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("nagar.forecast.training-threads");
    }
}
